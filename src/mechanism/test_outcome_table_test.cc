// Results of confirmatory tests in a table: read whole, or refused with the row.
#include "mechanism/test_outcome_table.h"

#include "mechanism/test_knowledge.h"

namespace kres::mechanism {
namespace {

constexpr Date kToday{2026, 11, 22};

Result<std::vector<IsolateTestOutcome>> read(const std::string& rows) {
  return read_test_outcomes("isolate\ttest\toutcome\tdate\n" + rows, "tests.tsv",
                            project_knowledge().tests, kToday);
}

TEST(TestOutcomeTable, GivesTheOutcomesOfEachIsolate) {
  const auto all = read("A\tmcim\tpositive\t2026-11-20\nB\tict\tkpc;oxa48\t\n");
  ASSERT_TRUE(all) << all.error().text();
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ(all->at(0).isolate, "A");
  EXPECT_EQ(all->at(0).outcome.test, "mcim");
  EXPECT_EQ(all->at(0).outcome.date, (Date{2026, 11, 20}));
  EXPECT_EQ(all->at(1).outcome.outcomes, (std::vector<std::string>{"kpc", "oxa48"}));
  EXPECT_FALSE(all->at(1).outcome.date);
}

TEST(TestOutcomeTable, RefusesWhatCannotBeWithItsRowAndWhatCouldStandThere) {
  const std::string good = "A\tmcim\tpositive\t\n";
  for (const auto* row :
       {"A\tmcimm\tpositive\t\n", "A\tmcim\tmaybe\t\n", "A\tmcim\t\t\n",
        "A\tmcim\tpositive;negative\t\n", "\tzcim\tpositive\t\n", "A\tzcim\tpositive\t21.11.2026\n",
        "A\tzcim\tpositive\t2026-11-23\n", "A\tmcim\tnegative\t\n"}) {
    const auto refused = read(good + row);
    ASSERT_FALSE(refused) << row;
    EXPECT_EQ(refused.error().line, 3U) << row;
    EXPECT_EQ(refused.error().file, "tests.tsv") << row;
  }
  EXPECT_NE(read("A\tmcimm\tpositive\t\n").error().text().find("mcim"), std::string::npos);
}

TEST(TestOutcomeTable, TheSameTestOnTwoDaysIsTwoResults) {
  EXPECT_TRUE(read("A\tmcim\tpositive\t2026-11-20\nA\tmcim\tnegative\t2026-11-21\n"));
}

}  // namespace
}  // namespace kres::mechanism
