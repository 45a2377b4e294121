#include "mechanism/findings.h"

#include <algorithm>
#include <map>

#include "genome/phenotype/match_rule.h"
#include "mechanism/evidence_text.h"
#include "mechanism/target_hints.h"

namespace kres::mechanism {

namespace {

using genome::ConditionKind;
using genome::Determinant;
using genome::DeterminantKind;
using genome::RuleEffect;
using genome::Standing;
using genome::Target;

// How a finding takes part, and under which mechanism's name.
struct Part {
  RuleEffect effect = RuleEffect::contributes;
  std::string mechanism;
  bool named_by_single = false;
  bool intrinsic = false;  // a rule asks for the species' own gene
  bool firm = true;        // van clusters: nothing of it is missing or unread
};
using Parts = std::map<std::string, Part>;

std::string role_of(RuleEffect effect) {
  if (effect == RuleEffect::spares) return "spares";
  return effect == RuleEffect::contributes ? "contributes" : "explains";
}

bool asks_for(const genome::Rule& rule, ConditionKind kind) {
  return std::any_of(rule.conditions.begin(), rule.conditions.end(),
                     [&](const auto& condition) { return condition.kind == kind; });
}

// Whether the rule speaks of clusters whose verdict rests on complete genes.
bool is_firm_cluster(const genome::Rule& rule) {
  return std::all_of(rule.conditions.begin(), rule.conditions.end(), [](const auto& condition) {
    return condition.kind != ConditionKind::operon || condition.state == "functional" ||
           condition.state == "unread" || condition.state == "silent";
  });
}

void merge(Parts& parts, const std::string& symbol, const Part& part) {
  auto [at, added] = parts.emplace(symbol, part);
  if (added) return;
  at->second.effect = std::max(at->second.effect, part.effect);
  at->second.intrinsic = at->second.intrinsic || part.intrinsic;
  if (part.named_by_single && !at->second.named_by_single) {
    at->second.mechanism = part.mechanism;
    at->second.named_by_single = true;
  }
}

class Collector {
 public:
  Collector(const genome::PredictedPhenotype& phenotype, const genome::GenomeResult& result,
            const Knowledge& knowledge)
      : phenotype_(phenotype),
        result_(result),
        rules_(knowledge.rules),
        texts_(knowledge.texts),
        regions_(knowledge.hint_regions) {
    out_.predicted = phenotype.prediction;
    out_.rules = phenotype.rules;
  }

  AgentFindings collect() {
    for (const auto& id : phenotype_.rules) add_rule(id);
    for (const auto* role : {"explains", "contributes", "spares"}) add_parts(role);
    add_broken();
    add_intrinsic();
    for (const auto& target : unclassified_targets(phenotype_.agent, result_, rules_, regions_)) {
      out_.has_hint = true;
      add(target, "hint");
    }
    add_minor_alleles();
    return std::move(out_);
  }

 private:
  void add_rule(const std::string& id) {
    const auto* rule = rules_.find(id);
    if (rule == nullptr) {
      for (const auto& d : result_.determinants)
        if (d.source == id) merge(parts_, d.symbol, {RuleEffect::non_wild_type, "imported"});
      return;
    }
    const auto match = genome::match_rule(*rule, rules_, result_);
    const Part part{.effect = genome::effect_of(match),
                    .mechanism = rule->mechanism,
                    .named_by_single = rule->conditions.size() == 1,
                    .intrinsic = asks_for(*rule, ConditionKind::intrinsic) ||
                                 asks_for(*rule, ConditionKind::upstream),
                    .firm = is_firm_cluster(*rule)};
    for (const auto& type : match.operons) merge(clusters_, type, part);
    if (match.operons.empty())
      for (const auto& symbol : match.findings) merge(parts_, symbol, part);
  }

  void add_parts(const std::string& role) {
    for (const bool mutations : {false, true})
      for (const auto& [symbol, part] : parts_)
        if (role_of(part.effect) == role && is_mutation(symbol) == mutations)
          add_finding(symbol, part, role);
    for (const auto& [type, part] : clusters_)
      if (role_of(part.effect) == role) add_cluster(type, part, role);
  }

  bool is_mutation(const std::string& symbol) const {
    return std::any_of(result_.determinants.begin(), result_.determinants.end(),
                       [&](const Determinant& d) {
                         return d.symbol == symbol && d.kind == DeterminantKind::mutation;
                       });
  }

  void add_finding(const std::string& symbol, const Part& part, const std::string& role) {
    for (const auto& d : result_.determinants)
      if (d.symbol == symbol && d.kind != DeterminantKind::disruption)
        add_determinant(d, part, role);
    for (const auto& target : result_.targets) {
      if (target.gene != symbol) continue;
      if (role == "explains") count(part, target.state != "not_assessable");
      add(target, role);
    }
  }

  void add_determinant(const Determinant& d, const Part& part, const std::string& role) {
    Determinant acting = d;
    if (part.intrinsic) acting.intrinsic = false;
    const Standing standing = genome::standing_of(acting);
    if (standing == Standing::out) return;
    if (role == "explains") {
      count(part, standing == Standing::firm);
      out_.has_minor_gene = out_.has_minor_gene || d.minor;
      if (standing == Standing::firm && !d.critical_family.empty()) out_.has_critical = true;
    }
    add(d, role,
        role == "spares" ? plain(d.symbol) : determinant_text(d, part.mechanism, result_, texts_));
  }

  void add_cluster(const std::string& type, const Part& part, const std::string& role) {
    if (role == "explains") count(part, part.firm);
    const auto label = texts_.get("mechanism." + part.mechanism, {{"symbol", plain(type)}});
    for (const auto& operon : result_.van_operons)
      if (operon.type == type && !operon.intrinsic)
        out_.evidence.push_back({"operon", type, role, role == "spares" ? plain(type) : label,
                                 operon.contig, operon.start, operon.end});
  }

  void count(const Part& part, bool firm) {
    (firm ? out_.has_firm : out_.has_open) = true;
    out_.strongest = std::max(out_.strongest, part.effect);
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

  void add_minor_alleles() {
    for (const auto& site : minor_alleles(phenotype_.agent, result_, rules_)) {
      out_.has_minor_allele = true;
      out_.evidence.push_back({"mutation", site.symbol, "minor", minor_allele_text(site, texts_),
                               site.contig, site.position, site.position});
    }
  }

  const genome::PredictedPhenotype& phenotype_;
  const genome::GenomeResult& result_;
  const genome::RuleTable& rules_;
  const Texts& texts_;
  const std::vector<HintRegion>& regions_;
  Parts parts_, clusters_;  // by symbol; by type of van cluster
  AgentFindings out_;
};

}  // namespace

AgentFindings find_evidence(const genome::PredictedPhenotype& phenotype,
                            const genome::GenomeResult& result, const Knowledge& knowledge) {
  return Collector(phenotype, result, knowledge).collect();
}

std::vector<BilingualText> texts_of(const std::vector<Evidence>& evidence, std::string_view role) {
  std::vector<BilingualText> texts;
  for (const auto& item : evidence)
    if (item.role == role && std::find(texts.begin(), texts.end(), item.text) == texts.end())
      texts.push_back(item.text);
  return texts;
}

BilingualText explaining_phrase(const std::vector<Evidence>& evidence, const Texts& texts) {
  std::vector<Evidence> genes, targets;
  for (const auto& item : evidence) (item.kind == "target" ? targets : genes).push_back(item);
  const auto gene_texts = texts_of(genes, "explains"), target_texts = texts_of(targets, "explains");
  if (gene_texts.empty() && target_texts.empty()) return {};
  if (gene_texts.empty()) return listed(target_texts, texts);
  if (target_texts.empty()) return listed(gene_texts, texts);
  return listed(gene_texts, texts) + plain(" ") + texts.get("together") + plain(" ") +
         listed(target_texts, texts);
}

}  // namespace kres::mechanism
