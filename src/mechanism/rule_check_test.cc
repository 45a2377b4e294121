// A person who adds a rule is told what is wrong with it; the project's own rules have no such
// fault.
#include "mechanism/rule_check.h"

#include "mechanism/rule_coverage.h"
#include "mechanism/test_knowledge.h"

namespace kres::mechanism {
namespace {

constexpr const char* kHead =
    "# version: t "
    "1\nid\tspecies\twhen\tagents\teffect\tevidence\tmechanism\tlimitation\tliterature\n";
constexpr const char* kGood =
    "ENT-CARB-001\tEnterobacterales\tfamily:carbapenemase\tmeropenem\tnon_wild_type\tA\t"
    "carbapenemase\t\tQueenan 2007 (doi 10.1128/CMR.00001-07)\n";

// The messages about a table of these rows: "3 error agent 'x' is unknown".
std::vector<std::string> problems(const std::string& rows) {
  const auto rules =
      genome::RuleTable::parse(kHead + rows, data_text("rules/gene_classes.tsv"), "r.tsv");
  EXPECT_TRUE(rules) << rules.error().text();
  if (!rules) return {};
  const auto& k = project_knowledge();
  std::vector<std::string> messages;
  for (const auto& p : check_rules(*rules, {k.agents, k.organisms, k.texts}))
    messages.push_back(std::to_string(p.line) + (p.severe ? " error " : " doubt ") + p.message +
                       (p.remedy.empty() ? "" : " (" + p.remedy + ")"));
  return messages;
}

std::string good_with(const std::string& from, const std::string& to) {
  std::string row = kGood;
  return row.replace(row.find(from), from.size(), to);
}

using Messages = std::vector<std::string>;

TEST(RuleCheck, AGoodRuleHasNoProblem) { EXPECT_EQ(problems(kGood), Messages{}); }

TEST(RuleCheck, AMistypedAgentIsNamedWithTheNearest) {
  EXPECT_EQ(problems(good_with("meropenem", "meropenm")),
            Messages{"3 error agent 'meropenm' is unknown (did you mean meropenem?)"});
}

TEST(RuleCheck, ACodeOrAnotherLanguageIsNoAgentOfARule) {
  EXPECT_EQ(problems(good_with("meropenem", "MEM")),
            Messages{"3 error agent 'MEM' is unknown (write meropenem)"});
}

TEST(RuleCheck, AnUnknownSpeciesWouldNeverHold) {
  const auto messages = problems(good_with("Enterobacterales", "Enterobacterale"));
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_NE(messages[0].find("3 error species 'Enterobacterale' is unknown"), std::string::npos);
}

TEST(RuleCheck, AMechanismWithoutWordsIsAnError) {
  const auto messages = problems(good_with("A\tcarbapenemase", "A\tmagic"));
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_NE(messages[0].find("mechanism 'magic' has no words"), std::string::npos);
}

TEST(RuleCheck, PlausibleEvidenceMakesNoIsolateNonWildType) {
  const auto messages = problems(good_with("non_wild_type\tA", "resistant\tC"));
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_NE(messages[0].find("plausible evidence (C)"), std::string::npos);
}

TEST(RuleCheck, ARuleThatContradictsAnotherIsNamedWithIt) {
  auto second = good_with("ENT-CARB-001", "ENT-CARB-002");
  second.replace(second.find("non_wild_type"), 13, "spares");
  const auto messages = problems(kGood + second);
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_NE(messages[0].find("4 error says the opposite on meropenem under the same conditions as "
                             "ENT-CARB-001"),
            std::string::npos)
      << messages[0];
}

TEST(RuleCheck, ASourceThatCannotBeFoundAndAnOddIdAreDoubts) {
  const auto messages =
      problems(good_with("Queenan 2007 (doi 10.1128/CMR.00001-07)", "a colleague told me"));
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_NE(messages[0].find("3 doubt"), std::string::npos);
  EXPECT_EQ(problems(good_with("ENT-CARB-001", "CARB1")).size(), 1U);
}

TEST(RuleCheck, TheProjectsRulesHaveNoProblem) {
  const auto& k = project_knowledge();
  for (const auto& p : check_rules(k.rules, {k.agents, k.organisms, k.texts}))
    ADD_FAILURE() << "phenotype.tsv:" << p.line << ": " << p.rule << ": " << p.message;
}

const CoverageRow* row_of(const std::vector<CoverageRow>& rows, const std::string& agent) {
  for (const auto& row : rows)
    if (row.agent == agent) return &row;
  return nullptr;
}

TEST(RuleCoverage, ListsAgentsWithABreakpointAndWhatMustBeRead) {
  const auto& k = project_knowledge();
  const auto rows = rule_coverage({"Klebsiella pneumoniae"}, k.rules, k.agents, project_standard());
  const auto* colistin = row_of(rows, "colistin");
  ASSERT_NE(colistin, nullptr);
  EXPECT_EQ(colistin->required, (std::vector<std::string>{"mgrB", "pmrB"}))
      << "phoQ and others are read where they can be, but do not stand in the way";
  const auto* mecillinam = row_of(rows, "mecillinam");
  ASSERT_NE(mecillinam, nullptr);
  EXPECT_TRUE(mecillinam->rules.empty()) << "a gap that the report must show";
  EXPECT_EQ(row_of(rows, "ampicillin"), nullptr) << "resistant by nature";
  EXPECT_EQ(row_of(rows, "vancomycin"), nullptr) << "no category for Enterobacterales";
}

}  // namespace
}  // namespace kres::mechanism
