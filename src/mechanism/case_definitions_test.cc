// Case definitions as versioned data.
#include "mechanism/case_definitions.h"

#include "mechanism/test_knowledge.h"

namespace kres::mechanism {
namespace {

constexpr const char* kHead =
    "id\tversion\tvalid_from\tvalid_to\tgroups\tmechanisms\tvariable\tdoubtful\tsuffices\tagent\t"
    "screened_by\tnot_organisms\t"
    "notifiable\ttitle_nb\ttitle_en\tsource\n";

TEST(CaseDefinitions, TheVersionOfTheDayIsUsed) {
  const auto definitions = CaseDefinitions::parse(
      std::string(kHead) +
          "CPO\t1\t2024-01-01\t2025-12-31\tE\tfamily:"
          "carbapenemase\t\t\tyes\t\t\t\talways\tt\tt\ts\n"
          "CPO\t2\t2026-01-01\t\tE\tfamily:carbapenemase\t\t\tyes\t\t\t\talways\tt\tt\ts\n",
      "c.tsv");
  ASSERT_TRUE(definitions) << definitions.error().text();
  ASSERT_EQ(definitions->valid_on({2025, 12, 31}).size(), 1U);
  EXPECT_EQ(definitions->valid_on({2025, 12, 31})[0]->version, "1");
  EXPECT_EQ(definitions->valid_on({2026, 1, 1})[0]->version, "2");
  EXPECT_TRUE(definitions->valid_on({2023, 12, 31}).empty());
}

TEST(CaseDefinitions, TwoVersionsOnOneDayAreRefused) {
  const auto definitions = CaseDefinitions::parse(
      std::string(kHead) +
          "CPO\t1\t2024-01-01\t\tE\tfamily:c\t\t\tyes\t\t\t\talways\tt\tt\ts\n"
          "CPO\t2\t2026-01-01\t\tE\tfamily:c\t\t\tyes\t\t\t\talways\tt\tt\ts\n",
      "c.tsv");
  ASSERT_FALSE(definitions);
  EXPECT_EQ(definitions.error().line, 3U);
}

TEST(CaseDefinitions, AnOlderVersionThatFollowsInTheTableMustEndBeforeTheNewer) {
  const auto parse = [](const std::string& older_ends) {
    return CaseDefinitions::parse(
        std::string(kHead) +
            "CPO\t2\t2026-01-01\t\tE\tfamily:c\t\t\tyes\t\t\t\talways\tt\tt\ts\n"
            "CPO\t1\t2024-01-01\t" +
            older_ends + "\tE\tfamily:c\t\t\tyes\t\t\t\talways\tt\tt\ts\n",
        "c.tsv");
  };
  EXPECT_TRUE(parse("2025-12-31"));
  EXPECT_FALSE(parse("2026-01-01"));
  EXPECT_FALSE(parse(""));
  EXPECT_FALSE(parse("2023-12-31")) << "it would never hold";
}

TEST(CaseDefinitions, UnknownWordsAreRefused) {
  EXPECT_FALSE(CaseDefinitions::parse(
      std::string(kHead) + "CPO\t1\t2024-13-01\t\tE\tfamily:c\t\t\tyes\t\t\t\talways\tt\tt\ts\n",
      "c.tsv"));
  EXPECT_FALSE(CaseDefinitions::parse(
      std::string(kHead) + "CPO\t1\t2024-01-01\t\tE\tfamily:c\t\t\tyes\t\t\t\tsometimes\tt\tt\ts\n",
      "c.tsv"));
}

TEST(CaseDefinitions, ABrokenCarbapenemaseMakesNoCase) {
  auto genome = klebsiella({kpc()});
  EXPECT_EQ(case_of(explained(genome, {}), "CPO"), "met");
  genome.determinants[0].function = genome::FunctionState::broken;
  EXPECT_EQ(case_of(explained(genome, {}), "CPO"), "not_met");
}

TEST(CaseDefinitions, ANegativeTestClosesNoCaseWhereTheGenomeCouldNotBeSearched) {
  ExplainInput input{.isolate = "X-1",
                     .organism = "Klebsiella pneumoniae",
                     .genome = klebsiella(),
                     .measured = {measured("meropenem", "=", 4)},
                     .tests = {{"mcim", {"negative"}, {}}},
                     .context = {},
                     .today = {2026, 6, 1}};
  const auto status = [&](const std::string& state) {
    input.genome->negatives = {{"carbapenemase", state, "assembly_pass", 900}};
    return case_of(explain(input, project_knowledge()), "CPO");
  };
  EXPECT_EQ(status("absent_covered"), "not_met");
  EXPECT_EQ(status("not_covered"), "undecided");
  EXPECT_EQ(status("not_assessable"), "undecided");
  input.tests.clear();
  EXPECT_EQ(status("absent_covered"), "undecided") << "the screening stands alone";
}

}  // namespace
}  // namespace kres::mechanism
