// Every case of a microbiologist's table is explained as it says, to the letter, in both languages.
#include <algorithm>
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "mechanism/explain.h"
#include "mechanism/test_knowledge.h"
#include "susceptibility/withhold.h"
#include "tests/scenario/explanation/scenario.h"

namespace kres::mechanism {
namespace {

const Path kFolder = Path(KRES_SOURCE_DIR) / "tests/scenario/explanation";

const std::vector<Scenario>& all_scenarios() {
  static const std::vector<Scenario> all = [] {
    const auto facts = read_gene_facts(kFolder / "genes.tsv");
    EXPECT_TRUE(facts) << facts.error().text();
    std::vector<Path> files;
    for (const auto& entry : std::filesystem::directory_iterator(kFolder / "cases"))
      files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Scenario> scenarios;
    for (const auto& file : files) {
      auto read = read_scenarios(file, *facts);
      EXPECT_TRUE(read) << read.error().text();
      if (!read) continue;
      for (auto& scenario : *read) scenarios.push_back(std::move(scenario));
    }
    return scenarios;
  }();
  return all;
}

bool has_target(const genome::GenomeResult& genome, const std::string& gene) {
  return std::any_of(genome.targets.begin(), genome.targets.end(),
                     [&](const auto& target) { return target.gene == gene; });
}

// What rules of the species ask for was read and is as it should be, unless the case says
// otherwise.
void add_targets(genome::GenomeResult& genome, const std::vector<std::string>& unread) {
  const auto& knowledge = project_knowledge();
  const auto organism = knowledge.organisms.resolve(genome.species.name);
  const auto add = [&](const std::string& gene) {
    if (std::find(unread.begin(), unread.end(), gene) != unread.end()) return;
    if (gene != "23S" && !has_target(genome, gene))
      genome.targets.push_back({.gene = gene, .state = "intact"});
    if (gene == "23S" && genome.ribosomal.empty())
      genome.ribosomal.push_back(
          {.gene = "23S", .copies_found = 6, .copies_expected = 6, .state = "assessed"});
  };
  for (const auto& rule : knowledge.rules.rules()) {
    if (std::none_of(rule.species.begin(), rule.species.end(),
                     [&](const auto& scope) { return organism->is_within(scope); }))
      continue;
    for (const auto& condition : rule.conditions)
      if (condition.kind == genome::ConditionKind::target ||
          condition.kind == genome::ConditionKind::mutation)
        add(condition.pattern.substr(0, condition.pattern.find(' ')));
  }
}

// qc_accepted is a decision that lets the value stand; any other flag takes it back.
void decide(susceptibility::Interpretation& i, const std::string& flag) {
  if (flag != "qc_accepted") return susceptibility::withhold(i, flag);
  i.flags.insert(i.flags.end(), {"qc_out", flag});
}

Explanation explanation_of(const Scenario& scenario) {
  ExplainInput input;
  input.isolate = "X-1";
  input.organism = scenario.stated;
  input.genome = scenario.genome;
  if (input.genome) add_targets(*input.genome, scenario.unread);
  for (const auto& [m, flag] : scenario.measured) {
    auto measurement = m;
    measurement.organism = input.genome ? input.genome->species.name : scenario.stated;
    input.measured.push_back(susceptibility::interpret(measurement, project_standard()));
    if (!flag.empty()) decide(input.measured.back(), flag);
  }
  input.tests = scenario.tests;
  for (const auto& result : scenario.tests) {
    const auto* test = project_knowledge().tests.find(result.test);
    EXPECT_TRUE(test != nullptr && check_outcomes(*test, result.outcomes)) << result.test;
  }
  input.today = {2026, 6, 1};
  return explain(input, project_knowledge());
}

void expect_sentence(const BilingualText& said, const BilingualText& expected) {
  EXPECT_EQ(expected.nb.empty() ? "" : said.nb, expected.nb);
  EXPECT_EQ(expected.en.empty() ? "" : said.en, expected.en);
}

void expect_agent(const Explanation& e, const Expected& expected) {
  for (const auto& agent : e.agents) {
    if (agent.agent != expected.name) continue;
    EXPECT_EQ(std::string(name_of(agent.fit)) + " " + agent.fit_reason, expected.verdict);
    expect_sentence(agent.sentence, expected.sentence);
    return;
  }
  ADD_FAILURE() << expected.name << " is not explained";
}

void expect_case(const Explanation& e, const Expected& expected) {
  for (const auto& finding : e.cases) {
    if (finding.definition != expected.name) continue;
    const std::string notifiable = finding.notifiable ? " notifiable" : "";
    EXPECT_EQ(std::string(name_of(finding.status)) + notifiable, expected.verdict);
    expect_sentence(finding.sentence, expected.sentence);
    return;
  }
  ADD_FAILURE() << expected.name << " is not judged";
}

void expect_role(const Explanation& e, const Expected& expected) {
  for (const auto& finding : e.tests)
    if (finding.test == expected.name) {
      EXPECT_EQ(finding.role, expected.verdict);
      return;
    }
  ADD_FAILURE() << expected.name << " is not among the tests";
}

class ExplanationScenario : public testing::TestWithParam<std::size_t> {};

TEST_P(ExplanationScenario, IsExplainedAsTheTableSays) {
  const auto& scenario = all_scenarios()[GetParam()];
  const auto e = explanation_of(scenario);
  for (const auto* list : {&scenario.agents, &scenario.cases})
    for (const auto& expected : *list) {
      SCOPED_TRACE(scenario.file + ":" + std::to_string(expected.line) + ": " + scenario.title);
      list == &scenario.agents ? expect_agent(e, expected) : expect_case(e, expected);
    }
  SCOPED_TRACE(scenario.file + ":" + std::to_string(scenario.line) + ": " + scenario.title);
  expect_sentence(e.verdict, scenario.verdict);
  if (!scenario.key.empty()) {
    EXPECT_EQ(e.key_findings, scenario.key);
  }
  for (const auto& code : scenario.asks)
    EXPECT_TRUE(asks_for(e, code)) << "does not ask for " << code;
  for (const auto& code : scenario.not_asked) EXPECT_FALSE(asks_for(e, code)) << code;
  for (const auto& expected : scenario.tested) expect_role(e, expected);
}

std::string test_name(const testing::TestParamInfo<std::size_t>& info) {
  std::string name;
  for (const char c : all_scenarios()[info.param].title)
    if (std::isalnum(static_cast<unsigned char>(c))) name += c;
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, ExplanationScenario,
                         testing::Range<std::size_t>(0, all_scenarios().size()), test_name);

TEST(ExplanationScenarios, AreAtLeastSixtyAndEachExpectsASentenceInBothLanguages) {
  EXPECT_GE(all_scenarios().size(), 60U);
  for (const auto& scenario : all_scenarios()) {
    ASSERT_FALSE(scenario.agents.empty()) << scenario.title;
    for (const auto& expected : scenario.agents)
      EXPECT_FALSE(expected.sentence.nb.empty() || expected.sentence.en.empty())
          << scenario.file << ":" << expected.line;
  }
}

TEST(ExplanationScenarios, ShowEveryClass) {
  std::set<std::string> classes;
  for (const auto& scenario : all_scenarios())
    for (const auto& expected : scenario.agents)
      classes.insert(expected.verdict.substr(0, expected.verdict.find(' ')));
  EXPECT_EQ(classes,
            (std::set<std::string>{"AGREE", "UNEXPLAINED", "SILENT", "EDGE", "HIDDEN",
                                   "CONTAMINATION_SUSPECTED", "TEST_SUSPECTED", "RULE_GAP"}));
}

}  // namespace
}  // namespace kres::mechanism
