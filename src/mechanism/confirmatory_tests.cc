#include "mechanism/confirmatory_tests.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "vocabulary/table_text.h"

namespace kres::mechanism {

namespace {

constexpr const char* kTestsName = "confirmatory_tests.tsv";
constexpr const char* kOutcomesName = "confirmatory_outcomes.tsv";
constexpr std::string_view kLigase = "ligase:";

std::string cell(const TsvRow& row, std::string_view column) { return std::string(row[column]); }

Result<bool> yes_or_no(const TsvRow& row, std::string_view column) {
  if (row[column] != "yes" && row[column] != "no")
    return bad_input(fmt::format("{} is yes or no", column));
  return row[column] == "yes";
}

Result<TestSubject> known_subject(std::string_view text, const genome::RuleTable& rules) {
  KRES_ASSIGN(auto subject, parse_test_subject(text));
  if (const auto name = rules.unknown_class({subject.condition}); !subject.ligase && !name.empty())
    return bad_input(fmt::format("'{}': there is no class '{}'", text, name));
  return subject;
}

bool is_agent_or_class(const AgentTable& agents, const std::string& name) {
  return std::any_of(agents.agents().begin(), agents.agents().end(), [&](const auto& agent) {
    return agent.name == name || agent.drug_class == name;
  });
}

Result<ConfirmatoryTest> read_test(const TsvRow& row, const genome::RuleTable& rules,
                                   const AgentTable& agents) {
  ConfirmatoryTest test{.id = cell(row, "id"),
                        .name = {cell(row, "name_nb"), cell(row, "name_en")},
                        .analyte = {},
                        .analyte_words = {cell(row, "analyte_nb"), cell(row, "analyte_en")},
                        .groups = list_cell(row["groups"]),
                        .agents = list_cell(row["agents"]),
                        .settles = list_cell(row["settles"]),
                        .misses = {},
                        .source = cell(row, "source"),
                        .outcomes = {}};
  for (const auto* column : {"id", "name_nb", "name_en", "analyte", "analyte_nb", "analyte_en",
                             "groups", "agents", "source"})
    if (row[column].empty()) return bad_input(fmt::format("{} is empty", column));
  if (row["shows"] != "function" && row["shows"] != "gene")
    return bad_input("shows is function or gene");
  test.of_gene = row["shows"] == "gene";
  KRES_ASSIGN(test.several, yes_or_no(row, "several"));
  KRES_ASSIGN(test.analyte, known_subject(row["analyte"], rules));
  for (const auto& missed : list_cell(row["misses"])) {
    KRES_ASSIGN(auto subject, known_subject(missed, rules));
    test.misses.push_back(std::move(subject));
  }
  for (const auto& name : test.agents)
    if (!is_agent_or_class(agents, name))
      return bad_input(fmt::format("'{}' is neither an agent nor a class of agents", name));
  return test;
}

Result<TestClaim> read_claim(std::string_view text, const genome::RuleTable& rules) {
  const auto equals = text.rfind('=');
  const auto state = equals == std::string_view::npos ? "" : trim(text.substr(equals + 1));
  TestClaim claim;
  if (state == "suspected")
    claim.state = ClaimState::suspected;
  else if (state == "absent")
    claim.state = ClaimState::absent;
  else if (state != "present")
    return bad_input(fmt::format("'{}' is not SUBJECT=present, suspected or absent", text));
  KRES_ASSIGN(claim.subject, known_subject(trim(text.substr(0, equals)), rules));
  return claim;
}

Result<ConfirmatoryOutcome> read_outcome(const TsvRow& row, const genome::RuleTable& rules) {
  ConfirmatoryOutcome outcome{.code = cell(row, "code"),
                              .words = {cell(row, "words_nb"), cell(row, "words_en")},
                              .claims = {},
                              .shown = {cell(row, "shows_nb"), cell(row, "shows_en")}};
  for (const auto* column : {"code", "words_nb", "words_en", "says"})
    if (row[column].empty()) return bad_input(fmt::format("{} is empty", column));
  if (row["says"] != "-")
    for (const auto part : split(row["says"], '&')) {
      KRES_ASSIGN(auto claim, read_claim(trim(part), rules));
      outcome.claims.push_back(std::move(claim));
    }
  const bool has_words = !outcome.shown.nb.empty() && !outcome.shown.en.empty();
  if (outcome.shows_something() && !has_words)
    return bad_input("shows_nb and shows_en say what is shown");
  return outcome;
}

template <class T>
Result<T> at_row(Result<T> read, const char* name, const TsvRow& row) {
  if (!read) return bad_input(read.error().message, name, row.line());
  return read;
}

Result<void> add_outcomes(std::vector<ConfirmatoryTest>& tests, std::string_view text,
                          const genome::RuleTable& rules) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, kOutcomesName,
                                                {"test", "code", "words_nb", "words_en", "says",
                                                 "shows_nb", "shows_en"}));
  for (const auto& row : table.rows()) {
    const auto test = std::find_if(tests.begin(), tests.end(),
                                   [&](const auto& known) { return known.id == row["test"]; });
    if (test == tests.end())
      return bad_input(fmt::format("there is no test '{}'", row["test"]), kOutcomesName,
                       row.line());
    KRES_ASSIGN(auto outcome, at_row(read_outcome(row, rules), kOutcomesName, row));
    if (test->find(outcome.code) != nullptr)
      return bad_input(fmt::format("'{}' has the outcome '{}' twice", test->id, outcome.code),
                       kOutcomesName, row.line());
    test->outcomes.push_back(std::move(outcome));
  }
  for (const auto& test : tests)
    if (test.outcomes.empty())
      return bad_input(fmt::format("the test '{}' has no outcome", test.id), kOutcomesName);
  return {};
}

}  // namespace

Result<TestSubject> parse_test_subject(std::string_view text) {
  TestSubject subject{.text = std::string(text), .ligase = text.starts_with(kLigase)};
  if (subject.ligase) {
    subject.condition.pattern = std::string(trim(text.substr(kLigase.size())));
    if (subject.condition.pattern.empty()) return bad_input("a ligase needs a type, \"vanA\"");
    return subject;
  }
  KRES_ASSIGN(auto conditions, genome::parse_conditions(text));
  using genome::ConditionKind;
  const auto kind = conditions.front().kind;
  const bool allowed = kind == ConditionKind::gene || kind == ConditionKind::gene_class ||
                       kind == ConditionKind::family || kind == ConditionKind::mutation;
  if (conditions.size() != 1 || !allowed)
    return bad_input(
        fmt::format("'{}' is none of family:, class:, gene:, mutation:, ligase:", text));
  subject.condition = std::move(conditions.front());
  return subject;
}

bool ConfirmatoryOutcome::shows_something() const {
  return std::any_of(claims.begin(), claims.end(),
                     [](const auto& claim) { return claim.state != ClaimState::absent; });
}

const ConfirmatoryOutcome* ConfirmatoryTest::find(std::string_view code) const {
  for (const auto& outcome : outcomes)
    if (outcome.code == code) return &outcome;
  return nullptr;
}

bool ConfirmatoryTest::speaks_about(std::string_view agent, std::string_view drug_class) const {
  return std::any_of(agents.begin(), agents.end(),
                     [&](const auto& scope) { return scope == agent || scope == drug_class; });
}

Result<ConfirmatoryTests> ConfirmatoryTests::parse(const Sources& sources,
                                                   const genome::RuleTable& rules,
                                                   const AgentTable& agents) {
  KRES_ASSIGN(const auto table, TsvTable::parse(sources.tests, kTestsName,
                                                {"id", "name_nb", "name_en", "shows", "analyte",
                                                 "analyte_nb", "analyte_en", "groups", "agents",
                                                 "several", "settles", "misses", "source"}));
  ConfirmatoryTests tests;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto test, at_row(read_test(row, rules, agents), kTestsName, row));
    if (tests.find(test.id) != nullptr)
      return bad_input(fmt::format("the test '{}' stands twice", test.id), kTestsName, row.line());
    tests.tests_.push_back(std::move(test));
  }
  KRES_TRY(add_outcomes(tests.tests_, sources.outcomes, rules));
  return tests;
}

const ConfirmatoryTest* ConfirmatoryTests::find(std::string_view id) const {
  for (const auto& test : tests_)
    if (test.id == id) return &test;
  return nullptr;
}

Result<void> check_outcomes(const ConfirmatoryTest& test, const std::vector<std::string>& codes) {
  if (codes.empty()) return bad_input("State an outcome");
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto* outcome = test.find(codes[i]);
    if (outcome == nullptr)
      return bad_input(fmt::format("'{}' has no outcome '{}'", test.id, codes[i]));
    if (std::find(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(i), codes[i]) !=
        codes.begin() + static_cast<std::ptrdiff_t>(i))
      return bad_input(fmt::format("The outcome '{}' stands twice", codes[i]));
    if (codes.size() > 1 && (!test.several || !outcome->shows_something()))
      return bad_input(fmt::format("The outcome '{}' of '{}' stands alone", codes[i], test.id));
  }
  return {};
}

std::vector<TestClaim> claims_of(const ConfirmatoryTest& test,
                                 const std::vector<std::string>& codes) {
  std::vector<TestClaim> claims;
  bool any_shown = false;
  for (const auto& code : codes)
    if (const auto* outcome = test.find(code)) {
      claims.insert(claims.end(), outcome->claims.begin(), outcome->claims.end());
      any_shown = any_shown || outcome->shows_something();
    }
  if (!test.several || !any_shown) return claims;
  for (const auto& outcome : test.outcomes) {
    if (!outcome.shows_something() ||
        std::find(codes.begin(), codes.end(), outcome.code) != codes.end())
      continue;
    for (const auto& claim : outcome.claims)
      claims.push_back({.subject = claim.subject, .state = ClaimState::absent});
  }
  return claims;
}

}  // namespace kres::mechanism
