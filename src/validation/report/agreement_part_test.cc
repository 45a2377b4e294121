// Agreement of expected and measured categories: from kres_euscape_report's file into the report.
#include "validation/report/agreement_part.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "validation/report/report.h"

namespace kres::validation {
namespace {

std::string row(const char* by, int very_major, int major) {
  return fmt::format(
      R"({{"by": "{}", "half": "all", "agreement": {{"category": {{"count": 70, "total": 100}},
          "very_major": {{"count": {}, "total": 20}}, "major": {{"count": {}, "total": 60}},
          "minor": {{"count": 5, "total": 100}}, "no_category": {{"count": 0, "total": 100}},
          "r_not_expected": {{"count": 3, "total": 20}},
          "s_not_expected": {{"count": 9, "total": 60}}}}}})",
      by, very_major, major);
}

Result<AgreementPart> part_of(const std::string& rows) {
  return parse_agreement_part(
      fmt::format(R"({{"schema_version": 1, "collection": "C", "rules": "r", "breakpoints": "b",
                       "agreement": [{}]}})",
                  rows),
      "euscape.json");
}

TEST(MeasuredAgreement, IsPromisedToBeBetterThanThePlainRule) {
  const auto part = part_of(row("plain_rule", 4, 12) + "," + row("with_porins", 1, 3));
  ASSERT_TRUE(part) << part.error().text();
  EXPECT_EQ(part->rows.at(1).very_major.count, 1U);
  EXPECT_EQ(part->rows.at(1).s_not_expected.total, 60U);
  ASSERT_EQ(part->figures.size(), 2U);
  EXPECT_EQ(part->figures[0].key, "no_very_major_error");
  EXPECT_EQ(part->figures[0].proportion.count, 19U);
  EXPECT_DOUBLE_EQ(part->figures[0].least, 17.0 / 20);
  EXPECT_TRUE(part->figures[1].kept());
  EXPECT_TRUE(part->faults.empty());
}

TEST(MeasuredAgreement, AsManyErrorsAsThePlainRuleBreakThePromise) {
  const auto part = part_of(row("plain_rule", 4, 12) + "," + row("with_porins", 4, 3));
  ASSERT_TRUE(part);
  EXPECT_EQ(part->faults,
            std::vector<std::string>{"no better than the plain rule: with_porins, all"});
  EXPECT_FALSE(part->figures[0].kept());
  EXPECT_TRUE(part->figures[1].kept());
}

TEST(MeasuredAgreement, JoinsTheReport) {
  Report report{.basis = {}, .summary = {}, .cases = {}, .reads = {}, .agreement = {}};
  add_agreement(report, *part_of(row("plain_rule", 4, 12) + "," + row("with_porins", 4, 13)));
  EXPECT_EQ(report.summary.figures.size(), 2U);
  EXPECT_EQ(report.summary.faults.size(), 1U);
  EXPECT_FALSE(report.summary.kept());
}

TEST(MeasuredAgreement, OtherTextIsRefused) {
  for (const auto* text : {"", "[]", "{\"schema_version\": 2}", "{\"schema_version\": 1}"}) {
    const auto part = parse_agreement_part(text, "x.json");
    ASSERT_FALSE(part) << text;
    EXPECT_EQ(part.error().file, "x.json");
  }
}

}  // namespace
}  // namespace kres::validation
