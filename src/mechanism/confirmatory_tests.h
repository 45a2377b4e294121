// Confirmatory tests as data: what they look for, which outcomes they have and what these say.
//
// Text format: docs/formats/tests.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/language.h"
#include "genome/phenotype/rule_table.h"
#include "vocabulary/agent_table.h"

namespace kres::mechanism {

// What a test speaks of: "family:carbapenemase", "class:mbl", "gene:blaNDM-*", "mutation:23S *",
// "ligase:vanA" (the ligase gene of a van cluster of this type).
struct TestSubject {
  std::string text;
  bool ligase = false;
  genome::RuleCondition condition;  // of a ligase: its pattern alone
  bool operator==(const TestSubject& other) const { return text == other.text; }
};
// Errors say what is wrong, without file and line.
Result<TestSubject> parse_test_subject(std::string_view text);

enum class ClaimState { present, suspected, absent };

struct TestClaim {
  TestSubject subject;
  ClaimState state = ClaimState::present;
};

struct ConfirmatoryOutcome {
  std::string code;               // "positive"
  BilingualText words;            // "positiv", "positive"
  std::vector<TestClaim> claims;  // none: the outcome says nothing
  BilingualText shown;            // "en karbapenemase"; only where something is shown

  bool shows_something() const;  // a claim that is not `absent`
};

struct ConfirmatoryTest {
  std::string id;  // "carba_np"
  BilingualText name;
  bool of_gene = false;         // looks at the sequence, which may be broken; else at what works
  TestSubject analyte;          // what it looks for
  BilingualText analyte_words;  // "en karbapenemase"
  std::vector<std::string> groups;   // organisms it is valid for
  std::vector<std::string> agents;   // agents or classes it speaks about
  bool several = false;              // several outcomes that show something can be given at once
  std::vector<std::string> settles;  // codes of work-up that is done with it
  std::vector<TestSubject> misses;   // what a negative outcome often overlooks
  std::string source;
  std::vector<ConfirmatoryOutcome> outcomes;

  const ConfirmatoryOutcome* find(std::string_view code) const;  // nullptr if unknown
  bool speaks_about(std::string_view agent, std::string_view drug_class) const;
};

class ConfirmatoryTests {
 public:
  struct Sources {
    std::string_view tests, outcomes;  // confirmatory_tests.tsv, confirmatory_outcomes.tsv
  };
  // Fails, with row and reason, on an unknown word, subject, class or agent, a repeated id or code,
  // an outcome of no test, a test without outcomes, and what is shown without words.
  static Result<ConfirmatoryTests> parse(const Sources& sources, const genome::RuleTable& rules,
                                         const AgentTable& agents);

  const std::vector<ConfirmatoryTest>& all() const { return tests_; }
  const ConfirmatoryTest* find(std::string_view id) const;  // nullptr if unknown

 private:
  std::vector<ConfirmatoryTest> tests_;
};

// Whether these outcomes can be the result of one run of the test: at least one, all known, none
// twice, several only where the test has them and each shows something.
Result<void> check_outcomes(const ConfirmatoryTest& test, const std::vector<std::string>& codes);

// What a result says: the claims of its outcomes and, where a test has several, that those not
// given are absent if any is present.
std::vector<TestClaim> claims_of(const ConfirmatoryTest& test,
                                 const std::vector<std::string>& codes);

}  // namespace kres::mechanism
