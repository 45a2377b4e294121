#include "mechanism/explain.h"

#include <algorithm>
#include <map>

#include "genome/phenotype/match_rule.h"
#include "genome/phenotype/predict.h"
#include "mechanism/case_status.h"
#include "mechanism/classify.h"
#include "mechanism/findings.h"
#include "mechanism/statement.h"
#include "mechanism/surroundings.h"
#include "mechanism/verdict.h"

namespace kres::mechanism {

namespace {

using genome::GenomeResult;
using genome::PredictedPhenotype;
using genome::Prediction;
using susceptibility::Interpretation;

// Classes whose agents are asked for when the genome expects resistance and nobody measured.
constexpr std::string_view kMustMeasure[] = {"meropenem", "colistin"};

class Explainer {
 public:
  Explainer(const ExplainInput& input, const Knowledge& knowledge)
      : input_(input),
        knowledge_(knowledge),
        texts_(knowledge.texts),
        genome_(input.genome ? &*input.genome : nullptr) {}

  Explanation explain() {
    name_versions();
    believe_organism();
    if (genome_ != nullptr)
      phenotypes_ = genome::predict_phenotype(*genome_, knowledge_.rules, knowledge_.organisms);
    group_measurements();
    find_implausible();
    for (const auto& [order, measurements] : by_agent_) explain_agent(measurements);
    out_.key_findings = key_findings(out_, genome_);
    add_statements();
    judge_cases();
    add_work_up();
    out_.verdict = verdict(out_, {genome_, input_.organism, species_differs_}, texts_);
    if (genome_ != nullptr) out_.absent = absent_findings(*genome_, texts_);
    out_.context = context_text(input_.context, texts_);
    out_.needs_person = !out_.work_up.empty() || species_differs_;
    return std::move(out_);
  }

 private:
  void name_versions() {
    out_.isolate = input_.isolate;
    out_.rule_version = knowledge_.rules.version();
    if (genome_ != nullptr) out_.genome_reference = genome_->reference_digest;
    for (const auto& i : input_.measured) {
      if (i.breakpoint) out_.breakpoint_version = i.breakpoint->version;
      out_.constructed = out_.constructed || i.measurement.provenance == "constructed";
    }
  }

  // The genome's species is believed where it is known; another genus or another species outside
  // the complex than the laboratory stated is a reason for doubt.
  void believe_organism() {
    out_.organism = input_.organism;
    if (genome_ == nullptr || genome_->species.name.empty()) return;
    out_.organism = genome_->species.name;
    const auto stated = knowledge_.organisms.resolve(input_.organism);
    const auto found = knowledge_.organisms.resolve(genome_->species.name);
    if (!stated || !found) return;
    const bool same = stated->name == found->name || stated->genus_only || found->genus_only;
    const bool same_complex =
        !stated->within.empty() && !found->within.empty() && stated->within == found->within;
    species_differs_ = stated->genus != found->genus || (!same && !same_complex);
  }

  void group_measurements() {
    for (const auto& i : input_.measured)
      by_agent_[knowledge_.agents.order_of(i.measurement.agent)].push_back(i);
  }

  bool holds(const ImplausiblePattern::Condition& condition) const {
    return std::any_of(input_.measured.begin(), input_.measured.end(), [&](const auto& i) {
      return i.measurement.agent == condition.agent && i.category == condition.category;
    });
  }

  bool explains_pattern(const std::string& gene_class) const {
    if (genome_ == nullptr) return false;
    genome::Rule rule;
    rule.conditions.push_back({genome::ConditionKind::gene_class, gene_class, {}, 1});
    return knowledge_.rules.find_class(gene_class) != nullptr &&
           genome::match_rule(rule, knowledge_.rules, *genome_).truth == genome::Truth::yes;
  }

  void find_implausible() {
    for (const auto& pattern : knowledge_.implausible) {
      const bool met = std::all_of(pattern.when.begin(), pattern.when.end(),
                                   [&](const auto& condition) { return holds(condition); });
      if (!met || std::any_of(pattern.unless.begin(), pattern.unless.end(),
                              [&](const auto& name) { return explains_pattern(name); }))
        continue;
      for (const auto& agent : pattern.suspects)
        implausible_.emplace(agent, texts_.get("pattern." + pattern.text));
    }
  }

  PredictedPhenotype phenotype_of(const std::string& agent) const {
    for (const auto& phenotype : phenotypes_)
      if (phenotype.agent == agent) return phenotype;
    return {.agent = agent};
  }

  void explain_agent(const std::vector<Interpretation>& measurements) {
    AgentExplanation out;
    out.agent = measurements.front().measurement.agent;
    const auto* agent = knowledge_.agents.find(out.agent);
    out.agent_name = agent == nullptr ? plain(out.agent) : agent->title;
    out.drug_class = agent == nullptr ? "other" : agent->drug_class;
    out.measured = measurements;
    AgentFacts facts;
    facts.measured = measured_state(out.measured);
    if (genome_ != nullptr) add_genome(out, facts);
    facts.species_differs = species_differs_;
    facts.implausible = implausible_.contains(out.agent);
    const auto judgement = classify(facts);
    out.fit = judgement.fit;
    out.fit_reason = judgement.reason;
    out.work_up =
        work_up_codes(knowledge_.work_up, name_of(out.fit), out.fit_reason, out.drug_class);
    const auto value = measured_text(out, *facts.measured.leading, texts_);
    values_[out.agent] = value;
    out.sentence = sentence(out, {value}, pattern_of(out.agent), texts_);
    out_.agents.push_back(std::move(out));
  }

  void add_genome(AgentExplanation& out, AgentFacts& facts) const {
    const auto findings =
        find_evidence(phenotype_of(out.agent), *genome_, knowledge_.rules, texts_);
    out.predicted = findings.predicted;
    out.rules = findings.rules;
    out.evidence = findings.evidence;
    facts.has_genome = true;
    facts.predicted = findings.predicted;
    facts.finding_is_firm = findings.has_firm;
    facts.finding_is_open = findings.has_open;
    facts.intrinsic = findings.has_intrinsic;
    facts.unclassified_change = findings.has_hint;
    facts.mixture = genome_->contamination.verdict != genome::Verdict::pass;
  }

  BilingualText pattern_of(const std::string& agent) const {
    const auto at = implausible_.find(agent);
    return at == implausible_.end() ? BilingualText() : at->second;
  }

  static bool same_statement(const AgentExplanation& a, const AgentExplanation& b) {
    const auto same_texts = [&](const char* role) {
      return texts_of(a.evidence, role) == texts_of(b.evidence, role);
    };
    return a.drug_class == b.drug_class && a.fit == b.fit && a.fit_reason == b.fit_reason &&
           same_texts("explains") && same_texts("contributes") && same_texts("broken") &&
           same_texts("hint") && same_texts("intrinsic");
  }

  void add_statements() {
    std::vector<bool> said(out_.agents.size(), false);
    for (std::size_t i = 0; i < out_.agents.size(); ++i) {
      if (said[i]) continue;
      const auto& first = out_.agents[i];
      Statement statement{first.fit, first.fit_reason, first.drug_class, {}, {}};
      std::vector<BilingualText> values;
      for (std::size_t j = i; j < out_.agents.size(); ++j) {
        if (said[j] || !same_statement(first, out_.agents[j])) continue;
        said[j] = true;
        statement.agents.push_back(out_.agents[j].agent);
        values.push_back(values_.at(out_.agents[j].agent));
      }
      statement.text = sentence(first, values, pattern_of(first.agent), texts_);
      out_.statements.push_back(std::move(statement));
    }
  }

  void judge_cases() {
    const auto organism = knowledge_.organisms.resolve(out_.organism);
    if (!organism) return;
    for (const auto* definition : knowledge_.cases.valid_on(input_.today)) {
      auto finding = judge_case(*definition, {*organism, genome_, input_.measured}, texts_);
      if (!finding) continue;
      out_.case_version = finding->version;
      out_.cases.push_back(std::move(*finding));
    }
  }

  void ask_for(const std::string& code, const std::string& agent) {
    for (auto& item : out_.work_up) {
      if (item.code != code) continue;
      if (!agent.empty() &&
          std::find(item.agents.begin(), item.agents.end(), agent) == item.agents.end())
        item.agents.push_back(agent);
      return;
    }
    out_.work_up.push_back({code, texts_.get(code), {}});
    if (!agent.empty()) out_.work_up.back().agents.push_back(agent);
  }

  void add_work_up() {
    for (const auto& agent : out_.agents)
      for (const auto& code : agent.work_up) ask_for(code, agent.agent);
    if (species_differs_) ask_for("identify_again", {});
    if (genome_ != nullptr && genome_->contamination.verdict == genome::Verdict::fail)
      ask_for("new_culture", {});
    if (genome_ != nullptr && genome_->quality.verdict == genome::Verdict::fail)
      ask_for("reassemble", {});
    for (const auto& finding : out_.cases)
      if (finding.definition == "CPO" && finding.status == CaseStatus::undecided &&
          !finding.basis.empty())
        ask_for("carbapenemase_test", {});
    for (const auto agent : kMustMeasure)
      if (!values_.contains(std::string(agent)) &&
          phenotype_of(std::string(agent)).prediction == Prediction::non_wild_type)
        ask_for("measure_agent", std::string(agent));
  }

  const ExplainInput& input_;
  const Knowledge& knowledge_;
  const Texts& texts_;
  const GenomeResult* genome_;
  Explanation out_;
  bool species_differs_ = false;
  std::vector<PredictedPhenotype> phenotypes_;
  std::map<std::size_t, std::vector<Interpretation>> by_agent_;
  std::map<std::string, BilingualText> implausible_;
  std::map<std::string, BilingualText> values_;
};

}  // namespace

Explanation explain(const ExplainInput& input, const Knowledge& knowledge) {
  return Explainer(input, knowledge).explain();
}

}  // namespace kres::mechanism
