// The text format of rules: conditions, effects, and what is refused with its line.
#include "genome/phenotype/rule_table.h"

#include <set>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/tsv.h"
#include "vocabulary/agent_table.h"

namespace kres::genome {
namespace {

constexpr const char* kClasses = "class\tpatterns\tacts_on\tsource\nesbl\tblaCTX-M-*\t\ts\n";
constexpr const char* kHead =
    "# version: "
    "v1\nid\tspecies\twhen\tagents\teffect\tevidence\tmechanism\tlimitation\tliterature\n";

Result<RuleTable> table_with(const std::string& row) {
  return RuleTable::parse(kHead + row + "\n", kClasses, "r.tsv");
}

TEST(Rules, AConditionNamesWhatMustHold) {
  const auto conditions = parse_conditions("class:esbl & 2x mutation:gyrA * & target:ompK36=lost");
  ASSERT_TRUE(conditions);
  ASSERT_EQ(conditions->size(), 3U);
  EXPECT_EQ((*conditions)[0].kind, ConditionKind::gene_class);
  EXPECT_EQ((*conditions)[1].at_least, 2);
  EXPECT_EQ((*conditions)[1].pattern, "gyrA *");
  EXPECT_EQ((*conditions)[2].pattern, "ompK36");
  EXPECT_EQ((*conditions)[2].state, "lost");
}

TEST(Rules, AMalformedConditionIsRefused) {
  for (const auto* text : {"", "esbl", "class:", "target:ompK36", "target:ompK36=gone", "0x gene:a",
                           "gene:a & ", "target:=lost"})
    EXPECT_FALSE(parse_conditions(text)) << text;
}

TEST(Rules, NonsenseIsRefusedWithItsLine) {
  for (const auto* row : {
           "R1\tE\tclass:none\tx\tresistant\tA\tm\t\tl",  // unknown class
           "R1\tE\tclass:esbl\tx\tdeadly\tA\tm\t\tl",     // effect
           "R1\tE\tclass:esbl\tx\tresistant\tZ\tm\t\tl",  // evidence
           "R1\tE\tclass:esbl\t\tresistant\tA\tm\t\tl",   // agents
           "R1\tE\tclass:esbl\tx\tresistant\tA\tm\t\t",   // literature
           "R1\t\tclass:esbl\tx\tresistant\tA\tm\t\tl",   // species
       }) {
    const auto table = table_with(row);
    ASSERT_FALSE(table) << row;
    EXPECT_EQ(table.error().line, 3U) << row;
  }
  EXPECT_TRUE(table_with("R1\tE\tclass:esbl\tx\tresistant\tA\tm\t\tl"));
}

TEST(Rules, TheProjectsRulesSpeakAboutKnownAgents) {
  const Path data = Path(KRES_SOURCE_DIR) / "data";
  const auto agents = AgentTable::parse(read_file(data / "agents.tsv").value(), "agents.tsv");
  const auto rules = RuleTable::parse(read_file(data / "rules/phenotype.tsv").value(),
                                      read_file(data / "rules/gene_classes.tsv").value(), "r.tsv");
  ASSERT_TRUE(rules) << rules.error().text();
  EXPECT_GE(rules->rules().size(), 40U);
  for (const auto& agent : rules->agents()) EXPECT_NE(agents->find(agent), nullptr) << agent;
}

TEST(Rules, AnExclamationMarkTakesAnAlleleOutOfItsClass) {
  const auto rules = RuleTable::parse(
      kHead, "class\tpatterns\tacts_on\tsource\nkpc\tblaKPC-*;!blaKPC-2\t\ts\n", "r.tsv");
  ASSERT_TRUE(rules) << rules.error().text();
  EXPECT_EQ(rules->find_class("kpc")->patterns, std::vector<std::string>{"blaKPC-*"});
  EXPECT_EQ(rules->find_class("kpc")->except, std::vector<std::string>{"blaKPC-2"});
  EXPECT_FALSE(
      RuleTable::parse(kHead, "class\tpatterns\tacts_on\tsource\nkpc\t!blaKPC-2\t\ts\n", "r.tsv"));
}

TEST(Rules, TheClassOfOxa48LikeEnzymesHoldsThoseOfTheGeneFamilies) {
  const Path data = Path(KRES_SOURCE_DIR) / "data";
  const auto families = TsvTable::parse(read_file(data / "gene_families.tsv").value(), "f.tsv",
                                        {"pattern", "critical", "add_agents", "source"});
  ASSERT_TRUE(families) << families.error().text();
  std::set<std::string> listed;
  for (const auto& row : families->rows())
    if (row["source"].starts_with("OXA-48-like carbapenemase")) listed.emplace(row["pattern"]);
  const auto rules = RuleTable::parse(read_file(data / "rules/phenotype.tsv").value(),
                                      read_file(data / "rules/gene_classes.tsv").value(), "r.tsv");
  ASSERT_TRUE(rules) << rules.error().text();
  const auto& patterns = rules->find_class("oxa48_like")->patterns;
  EXPECT_GE(listed.size(), 30U);
  EXPECT_EQ(std::set<std::string>(patterns.begin(), patterns.end()), listed);
}

}  // namespace
}  // namespace kres::genome
