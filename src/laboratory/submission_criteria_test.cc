// What is missing of a referral, by the year, the group and the species; and the project's own
// table.
#include "laboratory/submission_criteria.h"

#include <gtest/gtest.h>

#include "base/files.h"

namespace kres::laboratory {
namespace {

constexpr std::string_view kHead =
    "criterion\tfirst_year\tlast_year\tgroup\torganism\tfield\tquestion_nb\tquestion_en\tsource\n";

SubmissionCriteria criteria(const std::string& rows) {
  auto parsed = SubmissionCriteria::parse(std::string(kHead) + rows, "criteria.tsv");
  EXPECT_TRUE(parsed) << parsed.error().text();
  return *std::move(parsed);
}

std::string missing(const SubmissionCriteria& criteria, const Referral& referral) {
  std::string ids;
  for (const auto& criterion : criteria.missing(referral)) ids += criterion.id + " ";
  return ids;
}

const std::string kRows =
    "sampled\t2020\t\t\t\tsampled\tNår?\tWhen?\tS\n"
    "travel\t2023\t2026\tCPO\t\ttravel\tReist?\tTravelled?\tS\n"
    "ward\t2023\t\tVRE\tEnterococcus faecium\tward\tAvdeling?\tWard?\tS\n";

TEST(SubmissionCriteria, AskForWhatTheYearAndTheGroupNeedAndIsNotStated) {
  const auto table = criteria(kRows);
  Referral cpo{.suspected_group = MicrobeGroup::CPO, .received = {2026, 12, 31}};
  EXPECT_EQ(missing(table, cpo), "sampled travel ");
  cpo.clinical.travel = "India";
  cpo.sampled = Date{2026, 12, 30};
  EXPECT_EQ(missing(table, cpo), "");
  EXPECT_EQ(missing(table, {.received = {2027, 1, 1}}), "sampled ") << "travel was asked to 2026";
  EXPECT_EQ(missing(table, {.received = {2019, 12, 31}}), "");
}

TEST(SubmissionCriteria, MayBeOfOneSpecies) {
  const auto table = criteria(kRows);
  Referral vre{.suspected_group = MicrobeGroup::VRE,
               .organism = "Enterococcus faecium",
               .sampled = Date{2026, 1, 1},
               .received = {2026, 1, 2}};
  EXPECT_EQ(missing(table, vre), "ward ");
  vre.organism = "Enterococcus faecalis";
  EXPECT_EQ(missing(table, vre), "");
}

TEST(SubmissionCriteria, AWrongRowIsNamed) {
  for (const auto* row : {"a\t2020\t2019\t\t\tward\tx\tx\tS\n",
                          "a\t2020\t\tMRSA\t\tward\tx\tx\tS\n", "a\t2020\t\t\t\tcolour\tx\tx\tS\n",
                          "a\t2020\t\t\t\tward\t\tx\tS\n", "a\ttwenty\t\t\t\tward\tx\tx\tS\n",
                          "a\t2020\t2022\t\t\tward\tx\tx\tS\na\t2022\t\t\t\tage\tx\tx\tS\n"}) {
    const auto parsed = SubmissionCriteria::parse(std::string(kHead) + row, "criteria.tsv");
    ASSERT_FALSE(parsed) << row;
    EXPECT_EQ(parsed.error().file, "criteria.tsv");
    EXPECT_GE(parsed.error().line, 2U) << row;
  }
}

TEST(SubmissionCriteria, TheProjectsOwnAskOfEveryGroupWhenAndFromWhereItWasTaken) {
  const auto text = read_file(Path(KRES_SOURCE_DIR) / "data/submission_criteria.tsv");
  ASSERT_TRUE(text);
  const auto table = SubmissionCriteria::parse(*text, "data/submission_criteria.tsv");
  ASSERT_TRUE(table) << table.error().text();
  for (const auto group : kMicrobeGroups) {
    const auto asked = missing(*table, {.suspected_group = group, .received = {2026, 6, 1}});
    for (const auto* id : {"sampled", "material", "infection_or_carriage"})
      EXPECT_NE(asked.find(id), std::string::npos) << name_of(group) << " " << id;
  }
  for (const auto& criterion : table->all()) EXPECT_FALSE(criterion.source.empty());
}

}  // namespace
}  // namespace kres::laboratory
