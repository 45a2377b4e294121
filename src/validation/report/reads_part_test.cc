// Measurements on reads: from the file of tools/validate-reads into the report.
#include "validation/report/reads_part.h"

#include <gtest/gtest.h>

#include "validation/report/report.h"

namespace kres::validation {
namespace {

constexpr std::string_view kMeasured = R"({"schema_version": 1, "simulator": "ART", "figures":
  [{"key": "ribosomal_one_copy", "count": 19, "total": 20, "least": 0.95},
   {"key": "mixtures_marked", "count": 9, "total": 10, "least": 1}],
  "tables": {"titration": [{"depth": 15, "samples": 10, "same": 400, "typed": 7, "unreported": 0,
                            "lost": 1, "extra": 2, "wrong": 3, "other": 4}],
             "ribosomal": [{"depth": 60, "copies": 1, "samples": 20, "called": 19, "right": 18}],
             "mixtures": [{"kind": "same_st", "percent": 5, "samples": 5, "detected": 4, "clean": 3}]},
  "faults": ["E745 5x: lost"]})";

TEST(MeasuredReads, AreReadRowByRow) {
  const auto part = parse_reads_part(kMeasured, "reads.json");
  ASSERT_TRUE(part) << part.error().text();
  ASSERT_EQ(part->titration.size(), 1U);
  EXPECT_EQ(part->titration[0].lost, 1U);
  EXPECT_EQ(part->titration[0].left_open, 7U);
  EXPECT_EQ(part->ribosomal.at(0).right.count, 18U);
  EXPECT_EQ(part->mixtures.at(0).detected.total, 5U);
  EXPECT_EQ(part->faults, std::vector<std::string>{"E745 5x: lost"});
}

TEST(MeasuredReads, NineteenOfTwentyKeepAPromiseOf95PercentAndNineOfTenBreakOneOfAll) {
  const auto part = parse_reads_part(kMeasured, "reads.json");
  ASSERT_TRUE(part);
  EXPECT_TRUE(part->figures.at(0).kept());
  EXPECT_FALSE(part->figures.at(1).kept());
}

TEST(MeasuredReads, ASeriesThatWasNotRunIsLeftOut) {
  const auto part = parse_reads_part(
      R"({"schema_version":1,"simulator":"ART","figures":[],"tables":{},"faults":[]})",
      "reads.json");
  ASSERT_TRUE(part) << part.error().text();
  EXPECT_TRUE(part->titration.empty());
}

TEST(MeasuredReads, AnythingElseIsRefusedWithItsName) {
  for (const std::string_view text :
       {"", "[]", "{}", R"({"schema_version": 2})", R"({"schema_version":1,"simulator":3})"}) {
    const auto part = parse_reads_part(text, "reads.json");
    ASSERT_FALSE(part) << text;
    EXPECT_EQ(part.error().file, "reads.json");
  }
}

}  // namespace
}  // namespace kres::validation
