// Case rules as versioned data: which one holds, and what is refused.
#include "laboratory/case_rules.h"

#include <gtest/gtest.h>

#include "base/files.h"

namespace kres::laboratory {
namespace {

constexpr const char* kHead =
    "id\tversion\tvalid_from\tvalid_to\tepisode_days\tcounted_from\tspecies\tgenes\tkinds\t"
    "default\tsource\n";

std::string refusal(const std::string& rows) {
  const auto rules = CaseRules::parse(kHead + rows, "case_rules.tsv");
  return rules ? "" : rules.error().text();
}

TEST(CaseRules, TheVersionOfTheDayHolds) {
  const auto rules = CaseRules::parse(
      std::string(kHead) +
          "a\t1\t2025-01-01\t2025-12-31\t30\tfirst\tapart\tapart\tapart\tyes\ts\n" +
          "a\t2\t2026-01-01\t\t\tlatest\tapart\ttogether\tapart\tyes\ts\n",
      "case_rules.tsv");
  ASSERT_TRUE(rules) << rules.error().text();
  EXPECT_EQ(rules->find("a", {2025, 12, 31})->version, "1");
  EXPECT_EQ(rules->find("", {2026, 1, 1})->version, "2");
  EXPECT_FALSE(rules->find("", {2026, 1, 1})->episode_days);
  EXPECT_TRUE(rules->find("", {2026, 1, 1})->from_latest);
  EXPECT_FALSE(rules->find("", {2026, 1, 1})->genes_apart);
  EXPECT_EQ(rules->find("b", {2026, 1, 1}).error().text(),
            "there is no case rule 'b' on 2026-01-01 (there are: a)");
  EXPECT_FALSE(rules->find("a", {2024, 12, 31}));
}

TEST(CaseRules, ARefusalNamesTheRowAndTheReason) {
  const std::string good = "a\t1\t2026-01-01\t\t30\tfirst\tapart\tapart\tapart\tno\ts\n";
  EXPECT_EQ(refusal(good), "");
  EXPECT_EQ(refusal(good + good), "case_rules.tsv:3: 'a' has two versions on one day");
  EXPECT_EQ(refusal("a\t1\t2026-01-01\t\t0\tfirst\tapart\tapart\tapart\tno\ts\n"),
            "case_rules.tsv:2: episode_days is a whole number from 1 to 36500");
  EXPECT_EQ(refusal("a\t1\t2026-01-01\t\t30\tlast\tapart\tapart\tapart\tno\ts\n"),
            "case_rules.tsv:2: counted_from is latest or first");
  EXPECT_EQ(refusal("a\t1\t2026-01-01\t2025-01-01\t30\tfirst\tapart\tapart\tapart\tno\ts\n"),
            "case_rules.tsv:2: valid_to lies before valid_from");
  EXPECT_EQ(refusal("a\t1\t2026-01-01\t\t30\tfirst\tapart\tapart\tapart\tyes\ts\n"
                    "b\t1\t2026-01-01\t\t30\tfirst\tapart\tapart\tapart\tyes\ts\n"),
            "case_rules.tsv:3: 'a' and 'b' are both the default");
}

TEST(CaseRules, TheProjectsRulesAreReadAndOneIsTheDefault) {
  const auto text = read_file(Path(KRES_SOURCE_DIR) / "data/case_rules.tsv");
  const auto rules = CaseRules::parse(*text, "case_rules.tsv");
  ASSERT_TRUE(rules) << rules.error().text();
  EXPECT_EQ(rules->find("", {2026, 11, 22})->id, "year");
}

}  // namespace
}  // namespace kres::laboratory
