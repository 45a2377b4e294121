#include "mechanism/case_status.h"

#include <algorithm>

#include "genome/phenotype/match_rule.h"

namespace kres::mechanism {

namespace {

using genome::Standing;
using susceptibility::Category;

bool contains(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Symbols of determinants of the definition's families with this standing, each once.
std::vector<std::string> genes(const CaseDefinition& definition, const CaseInput& input,
                               Standing standing) {
  std::vector<std::string> symbols;
  if (input.genome == nullptr) return symbols;
  for (const auto& d : input.genome->determinants)
    if (!d.critical_family.empty() && contains(definition.gene_families, d.critical_family) &&
        genome::standing_of(d) == standing && !contains(symbols, d.symbol))
      symbols.push_back(d.symbol);
  return symbols;
}

bool measured_resistant(const CaseDefinition& definition, const CaseInput& input) {
  if (definition.agent.empty() || contains(definition.not_genera, input.organism.genus))
    return false;
  return std::any_of(input.measured.begin(), input.measured.end(), [&](const auto& i) {
    return i.measurement.agent == definition.agent && i.category == Category::R &&
           i.reason != "expected_resistance";
  });
}

bool screened_positive(const CaseDefinition& definition, const CaseInput& input) {
  return std::any_of(input.measured.begin(), input.measured.end(), [&](const auto& i) {
    return i.measurement.agent == definition.screened_by && i.has_flag("screening_positive");
  });
}

bool has_category(const std::string& agent, const CaseInput& input) {
  return std::any_of(input.measured.begin(), input.measured.end(), [&](const auto& i) {
    return i.measurement.agent == agent && i.category.has_value();
  });
}

bool is_measured(const std::string& agent, const CaseInput& input) {
  return std::any_of(input.measured.begin(), input.measured.end(),
                     [&](const auto& i) { return i.measurement.agent == agent; });
}

// Why "not met" cannot be believed, or empty. A measured agent decides for itself.
std::string doubt(const CaseDefinition& definition, const CaseInput& input) {
  if (!definition.agent.empty() && has_category(definition.agent, input)) return {};
  if (input.genome == nullptr) return "no_genome";
  if (input.genome->quality.verdict == genome::Verdict::fail) return "poor_genome";
  if (definition.agent.empty()) return {};
  return is_measured(definition.agent, input) ? "not_interpretable" : "not_measured";
}

class Judge {
 public:
  Judge(const CaseDefinition& definition, const CaseInput& input, const Texts& texts)
      : definition_(definition), input_(input), texts_(texts) {}

  CaseFinding judge() {
    out_.definition = definition_.id;
    out_.version = definition_.version;
    out_.title = definition_.title;
    decide();
    out_.notifiable = out_.status == CaseStatus::met && is_notifiable();
    return std::move(out_);
  }

 private:
  void decide() {
    const auto firm = genes(definition_, input_, Standing::firm);
    const auto open = genes(definition_, input_, Standing::open);
    const bool resistant = measured_resistant(definition_, input_);
    if (definition_.agent.empty() ? !firm.empty() : resistant && !firm.empty())
      return set(CaseStatus::met, "case.met.gene", firm);
    if (resistant) return set(CaseStatus::met, "case.met.measured", {definition_.agent});
    if (!firm.empty()) return set(CaseStatus::undecided, "case.undecided.silent", firm);
    if (!open.empty()) return set(CaseStatus::undecided, "case.undecided.gene", open);
    if (screened_positive(definition_, input_))
      return set(CaseStatus::undecided, "case.undecided.screening", {definition_.screened_by});
    if (const auto why = doubt(definition_, input_); !why.empty()) return set_not_assessed(why);
    set(CaseStatus::not_met, "case.not_met", {});
  }

  void set(CaseStatus status, const std::string& key, std::vector<std::string> basis) {
    std::vector<BilingualText> words;
    for (const auto& item : basis) words.push_back(plain(item));
    out_.status = status;
    out_.basis = std::move(basis);
    out_.sentence = texts_.get(key, {{"basis", listed(words, texts_)}});
  }

  void set_not_assessed(const std::string& why) {
    out_.status = CaseStatus::undecided;
    out_.sentence = texts_.get("case.not_assessed", {{"basis", texts_.get("case.reason." + why)}});
  }

  bool is_notifiable() const {
    if (definition_.notifiable == Notifiable::always) return true;
    return definition_.notifiable == Notifiable::with_gene &&
           !genes(definition_, input_, Standing::firm).empty();
  }

  const CaseDefinition& definition_;
  const CaseInput& input_;
  const Texts& texts_;
  CaseFinding out_;
};

}  // namespace

std::optional<CaseFinding> judge_case(const CaseDefinition& definition, const CaseInput& input,
                                      const Texts& texts) {
  const bool covered =
      std::any_of(definition.groups.begin(), definition.groups.end(),
                  [&](const auto& group) { return input.organism.is_within(group); });
  if (!covered) return std::nullopt;
  return Judge(definition, input, texts).judge();
}

}  // namespace kres::mechanism
