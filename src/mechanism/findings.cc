#include "mechanism/findings.h"

#include <algorithm>
#include <map>
#include <set>

#include "genome/phenotype/match_rule.h"
#include "mechanism/evidence_text.h"

namespace kres::mechanism {

namespace {

using genome::Determinant;
using genome::DeterminantKind;
using genome::RuleEffect;
using genome::Standing;
using genome::Target;

// Natural alleles of a target differ from the reference in many places; a handful is a finding.
constexpr std::size_t kFewChanges = 5;

// How a finding takes part, and under which mechanism's name.
struct Part {
  RuleEffect effect = RuleEffect::contributes;
  std::string mechanism;
  bool named_by_single = false;
};

class Collector {
 public:
  Collector(const genome::PredictedPhenotype& phenotype, const genome::GenomeResult& result,
            const genome::RuleTable& rules, const Texts& texts)
      : phenotype_(phenotype), result_(result), rules_(rules), texts_(texts) {
    out_.predicted = phenotype.prediction;
    out_.rules = phenotype.rules;
  }

  AgentFindings collect() {
    for (const auto& id : phenotype_.rules) add_rule(id);
    add_parts(true);
    add_parts(false);
    add_broken();
    add_intrinsic();
    add_hints();
    return std::move(out_);
  }

 private:
  void add_rule(const std::string& id) {
    const auto* rule = rules_.find(id);
    if (rule == nullptr) {
      for (const auto& d : result_.determinants)
        if (d.source == id) merge(d.symbol, {RuleEffect::non_wild_type, "imported", false});
      return;
    }
    const bool single = rule->conditions.size() == 1;
    for (const auto& symbol : genome::match_rule(*rule, rules_, result_).findings)
      merge(symbol, {rule->effect, rule->mechanism, single});
  }

  void merge(const std::string& symbol, const Part& part) {
    auto [at, added] = parts_.emplace(symbol, part);
    if (added) return;
    at->second.effect = std::max(at->second.effect, part.effect);
    if (part.named_by_single && !at->second.named_by_single) {
      at->second.mechanism = part.mechanism;
      at->second.named_by_single = true;
    }
  }

  void add_parts(bool explaining) {
    for (const auto& [symbol, part] : parts_)
      if ((part.effect != RuleEffect::contributes) == explaining)
        add_finding(symbol, part.mechanism, explaining ? "explains" : "contributes");
  }

  void add_finding(const std::string& symbol, const std::string& mechanism,
                   const std::string& role) {
    for (const auto& d : result_.determinants) {
      const Standing standing = genome::standing_of(d);
      if (d.symbol != symbol || d.kind == DeterminantKind::disruption || standing == Standing::out)
        continue;
      if (role == "explains") (standing == Standing::firm ? out_.has_firm : out_.has_open) = true;
      add(d, role, determinant_text(d, mechanism, contigs_of_copies(d), texts_));
    }
    for (const auto& target : result_.targets) {
      if (target.gene != symbol) continue;
      if (role == "explains")
        (target.state == "not_assessable" ? out_.has_open : out_.has_firm) = true;
      add(target, role);
    }
  }

  // Contigs of every copy that reads the same, so that one text serves all of them.
  std::vector<std::string> contigs_of_copies(const Determinant& d) const {
    std::vector<std::string> contigs;
    for (const auto& copy : result_.determinants) {
      const bool same = copy.symbol == d.symbol && copy.allele_status == d.allele_status &&
                        copy.function == d.function && copy.function_reason == d.function_reason;
      const bool known = std::find(contigs.begin(), contigs.end(), copy.contig) != contigs.end();
      if (same && !known && !copy.contig.empty()) contigs.push_back(copy.contig);
    }
    return contigs;
  }

  void add(const Determinant& d, const std::string& role, BilingualText text) {
    out_.evidence.push_back(
        {"determinant", d.symbol, role, std::move(text), d.contig, d.start, d.end});
  }

  void add(const Target& t, const std::string& role) {
    out_.evidence.push_back(
        {"target", t.gene, role, target_text(t, texts_), t.contig, t.start, t.end});
  }

  bool acts(const Determinant& d) const {
    return d.kind == DeterminantKind::gene &&
           std::find(d.agents.begin(), d.agents.end(), phenotype_.agent) != d.agents.end();
  }

  void add_broken() {
    for (const auto& d : result_.determinants)
      if (acts(d) && d.function == genome::FunctionState::broken && !d.intrinsic)
        add(d, "broken", broken_text(d, texts_));
  }

  void add_intrinsic() {
    for (const auto& d : result_.determinants) {
      if (!acts(d) || !d.intrinsic || d.function == genome::FunctionState::broken) continue;
      out_.has_intrinsic = true;
      add(d, "intrinsic", plain(d.symbol));
    }
  }

  // Genes whose single changes the rules of this agent name.
  std::set<std::string> target_genes() const {
    std::set<std::string> genes;
    for (const auto& rule : rules_.rules()) {
      if (!rule.speaks_about(phenotype_.agent)) continue;
      for (const auto& condition : rule.conditions) {
        if (condition.kind == genome::ConditionKind::target) genes.insert(condition.pattern);
        if (condition.kind == genome::ConditionKind::mutation)
          genes.insert(condition.pattern.substr(0, condition.pattern.find(' ')));
      }
    }
    return genes;
  }

  bool is_classified(const Target& target, const genome::AminoAcidChange& change) const {
    return std::any_of(
        result_.determinants.begin(), result_.determinants.end(), [&](const Determinant& d) {
          return d.kind == DeterminantKind::mutation && d.symbol == target.gene + " " + change.text;
        });
  }

  void add_hints() {
    const auto genes = target_genes();
    for (const auto& target : result_.targets) {
      if (!genes.contains(target.gene) || target.state != "missense") continue;
      Target unclassified = target;
      std::erase_if(unclassified.changes,
                    [&](const auto& change) { return is_classified(target, change); });
      if (unclassified.changes.empty() || unclassified.changes.size() > kFewChanges) continue;
      out_.has_hint = true;
      add(unclassified, "hint");
    }
  }

  const genome::PredictedPhenotype& phenotype_;
  const genome::GenomeResult& result_;
  const genome::RuleTable& rules_;
  const Texts& texts_;
  std::map<std::string, Part> parts_;
  AgentFindings out_;
};

}  // namespace

AgentFindings find_evidence(const genome::PredictedPhenotype& phenotype,
                            const genome::GenomeResult& result, const genome::RuleTable& rules,
                            const Texts& texts) {
  return Collector(phenotype, result, rules, texts).collect();
}

std::vector<BilingualText> texts_of(const std::vector<Evidence>& evidence, std::string_view role) {
  std::vector<BilingualText> texts;
  for (const auto& item : evidence)
    if (item.role == role && std::find(texts.begin(), texts.end(), item.text) == texts.end())
      texts.push_back(item.text);
  return texts;
}

}  // namespace kres::mechanism
