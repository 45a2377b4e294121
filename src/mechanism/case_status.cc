#include "mechanism/case_status.h"

#include <algorithm>

#include "genome/phenotype/match_rule.h"

namespace kres::mechanism {

namespace {

using susceptibility::Category;

// What makes one of the conditions hold, each symbol once: surely, or not surely enough.
struct Found {
  std::vector<std::string> firm, open;
};

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

Found find(const std::vector<genome::RuleCondition>& conditions, const CaseInput& input) {
  Found found;
  if (input.genome == nullptr) return found;
  for (const auto& condition : conditions) {
    genome::Rule rule;
    rule.conditions = {condition};
    const auto match = genome::match_rule(rule, input.rules, *input.genome);
    if (match.truth == genome::Truth::no) continue;
    auto& list = match.truth == genome::Truth::yes ? found.firm : found.open;
    for (const auto& symbol : match.operons.empty() ? match.findings : match.operons)
      add_once(list, symbol);
  }
  return found;
}

bool measured_resistant(const CaseDefinition& definition, const CaseInput& input) {
  const auto& exempt = definition.not_organisms;
  if (definition.agent.empty() || std::any_of(exempt.begin(), exempt.end(), [&](const auto& scope) {
        return input.organism.is_within(scope);
      }))
    return false;
  return std::any_of(input.measured.begin(), input.measured.end(), [&](const auto& i) {
    return i.measurement.agent == definition.agent && i.category == Category::R &&
           i.reason != "expected_resistance" && i.held_by_quality_control().empty();
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

bool is_among(const TestSubject& analyte, const std::vector<TestSubject>& subjects) {
  return std::find(subjects.begin(), subjects.end(), analyte) != subjects.end();
}

// Results of tests, by what they mean for the definition.
struct Tested {
  std::vector<const TestReading*> shown;      // counts as a mechanism does
  std::vector<const TestReading*> suggested;  // leaves the case open
  std::vector<const TestReading*> negative;
};

Tested tests_for(const CaseDefinition& definition, const CaseInput& input) {
  const auto &shown_by = definition.shown_by, &suggested_by = definition.suggested_by;
  return {readings_that(input.tests,
                        [&](const auto& reading) {
                          return reading.shows && is_among(reading.test->analyte, shown_by);
                        }),
          readings_that(input.tests,
                        [&](const auto& reading) {
                          const auto& analyte = reading.test->analyte;
                          return (reading.suggests && is_among(analyte, shown_by)) ||
                                 ((reading.shows || reading.suggests) &&
                                  is_among(analyte, suggested_by));
                        }),
          readings_that(input.tests, [&](const auto& reading) {
            return reading.negative && is_among(reading.test->analyte, shown_by);
          })};
}

// Whether the genome is good enough to say that it holds none of what the tests look for.
bool was_searched(const CaseDefinition& definition, const genome::GenomeResult* genome) {
  if (genome == nullptr || genome->quality.verdict == genome::Verdict::fail) return false;
  return std::none_of(
      genome->negatives.begin(), genome->negatives.end(), [&](const auto& negative) {
        return negative.state != "absent_covered" &&
               std::any_of(definition.shown_by.begin(), definition.shown_by.end(),
                           [&](const auto& s) { return s.condition.pattern == negative.target; });
      });
}

// Whether the agent was measured and is the wild type wherever it was.
bool is_wild_type(const std::string& agent, const CaseInput& input) {
  bool any = false;
  for (const auto& i : input.measured) {
    if (i.measurement.agent != agent || !i.wild_type || !i.held_by_quality_control().empty())
      continue;
    if (!*i.wild_type || i.has_flag("screening_positive")) return false;
    any = true;
  }
  return any;
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
    const auto found = find(definition_.mechanisms, input_);
    const bool resistant = measured_resistant(definition_, input_);
    const auto tested = tests_for(definition_, input_);
    const bool has_finding = !found.firm.empty();
    has_mechanism_ = has_finding || !tested.shown.empty();
    if (has_finding && (definition_.mechanism_suffices || resistant))
      return set(CaseStatus::met, "mechanism", "case.met.gene", found.firm);
    if (resistant)
      return set(CaseStatus::met, "measured", "case.met.measured", {definition_.agent});
    if (has_finding)
      return set(CaseStatus::undecided, "silent", "case.undecided.silent", found.firm);
    if (!tested.shown.empty()) return decide_by_test(tested);
    if (!found.open.empty())
      return set(CaseStatus::undecided, "uncertain", "case.undecided.gene", found.open);
    if (const auto variable = find(definition_.variable, input_); !variable.firm.empty())
      return set(CaseStatus::undecided, "variable", "case.undecided.variable." + definition_.id,
                 variable.firm);
    auto doubtful = find(definition_.doubtful, input_);
    doubtful.firm.insert(doubtful.firm.end(), doubtful.open.begin(), doubtful.open.end());
    if (!doubtful.firm.empty())
      return set(CaseStatus::undecided, "uncertain", "case.undecided.gene", doubtful.firm);
    if (!tested.suggested.empty())
      return set_test(CaseStatus::undecided, "case.undecided.test", tested.suggested);
    if (screened_positive(definition_, input_)) return decide_by_screening(tested);
    if (const auto why = doubt(definition_, input_); !why.empty()) return set_not_assessed(why);
    set(CaseStatus::not_met, "", "case.not_met", {});
  }

  // A test shows the mechanism, and the genome holds none for sure. It counts unless another test
  // says otherwise, or a wild type was measured beside a genome without the gene.
  void decide_by_test(const Tested& tested) {
    const bool unfound = std::any_of(tested.shown.begin(), tested.shown.end(),
                                     [](const auto* reading) { return reading->unexplained; });
    const auto& agent =
        definition_.screened_by.empty() ? definition_.agent : definition_.screened_by;
    const bool contested = !tested.negative.empty() || (unfound && is_wild_type(agent, input_));
    if (!definition_.mechanism_suffices || contested)
      return set_test(CaseStatus::undecided, "case.undecided.test", tested.shown);
    set_test(CaseStatus::met, unfound ? "case.met.test.unfound" : "case.met.test", tested.shown);
  }

  // Two negatives answer a positive screening: a genome searched for the gene, and a test.
  void decide_by_screening(const Tested& tested) {
    if (was_searched(definition_, input_.genome) && !tested.negative.empty()) {
      set_test(CaseStatus::not_met, "case.not_met.test", tested.negative);
      out_.ground.clear();
      return;
    }
    const auto* key = input_.genome == nullptr ? "case.undecided.screening.no_genome"
                                               : "case.undecided.screening";
    set(CaseStatus::undecided, "screening", key, {definition_.screened_by});
  }

  void set_test(CaseStatus status, const std::string& key,
                const std::vector<const TestReading*>& readings) {
    std::vector<BilingualText> names;
    for (const auto* reading : readings) {
      add_once(out_.basis, reading->test->id);
      if (std::find(names.begin(), names.end(), reading->test->name) == names.end())
        names.push_back(reading->test->name);
    }
    out_.status = status;
    out_.ground = "test";
    out_.sentence = texts_.get(
        key, {{"basis", listed(names, texts_)}, {"agent", plain(definition_.screened_by)}});
  }

  void set(CaseStatus status, std::string ground, const std::string& key,
           std::vector<std::string> basis) {
    std::vector<BilingualText> words;
    for (const auto& item : basis) words.push_back(plain(item));
    out_.status = status;
    out_.ground = std::move(ground);
    out_.basis = std::move(basis);
    out_.sentence = texts_.get(key, {{"basis", listed(words, texts_)}});
  }

  void set_not_assessed(const std::string& why) {
    out_.status = CaseStatus::undecided;
    out_.ground = "not_assessed";
    out_.sentence = texts_.get("case.not_assessed", {{"basis", texts_.get("case.reason." + why)}});
  }

  bool is_notifiable() const {
    if (definition_.notifiable == Notifiable::always) return true;
    return definition_.notifiable == Notifiable::with_mechanism && has_mechanism_;
  }

  const CaseDefinition& definition_;
  const CaseInput& input_;
  const Texts& texts_;
  CaseFinding out_;
  bool has_mechanism_ = false;
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
