// The statistics of the clock, worked out by hand for three isolates.
#include "laboratory/turnaround_report.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

// Received on Monday 2 November; measured on the 4th, genome on the 6th, explained on the 6th.
AnsweredCase answered(MicrobeGroup group, Date validated, Date day) {
  return {.group = group,
          .milestones = {.received = {2026, 11, 2},
                         .measured = Date{2026, 11, 4},
                         .sequenced = Date{2026, 11, 6},
                         .analysed = Date{2026, 11, 6},
                         .validated = validated,
                         .signed_ = day}};
}

const std::vector<AnsweredCase> kCases{
    answered(MicrobeGroup::CPO, {2026, 11, 6}, {2026, 11, 6}),   // 4 days, 4 working days
    answered(MicrobeGroup::VRE, {2026, 11, 9}, {2026, 11, 10}),  // 8 days, 6 working days
    answered(MicrobeGroup::VRE, {2026, 12, 1}, {2026, 12, 2})};  // 30 days, 22 working days

TEST(TurnaroundReport, GivesMeanMedianAndTheNumberBehindThem) {
  const auto report = turnaround_report(kCases);
  EXPECT_EQ(report.all.calendar.answers, 3);
  EXPECT_DOUBLE_EQ(report.all.calendar.mean_days, 14);
  EXPECT_DOUBLE_EQ(report.all.calendar.median_days, 8);
  EXPECT_DOUBLE_EQ(report.all.calendar.percentile_90_days, 30);
  EXPECT_EQ(report.all.calendar.within_target, 1);
  EXPECT_DOUBLE_EQ(report.all.mean_working_days, (4 + 6 + 22) / 3.0);
}

TEST(TurnaroundReport, CountsByMonthOfSignatureAndByGroup) {
  const auto report = turnaround_report(kCases);
  ASSERT_EQ(report.months.size(), 2U);
  EXPECT_EQ(report.months[0].name, "2026-11");
  EXPECT_DOUBLE_EQ(report.months[0].calendar.mean_days, 6);
  EXPECT_EQ(report.months[1].calendar.answers, 1);
  ASSERT_EQ(report.groups.size(), 2U);
  EXPECT_EQ(report.groups[1].name, "VRE");
  EXPECT_DOUBLE_EQ(report.groups[1].calendar.mean_days, 19);
}

TEST(TurnaroundReport, TheSegmentsOfAnIsolateAddUpToItsWholeTime) {
  const auto report = turnaround_report({kCases[1]});
  std::string names;
  double days = 0;
  for (const auto& segment : report.segments) {
    names += segment.name + " ";
    days += segment.calendar.mean_days;
  }
  EXPECT_EQ(names, "susceptibility sequencing analysis validation signature ");
  EXPECT_DOUBLE_EQ(days, 8);
  EXPECT_DOUBLE_EQ(report.segments[0].calendar.mean_days, 2);
  EXPECT_DOUBLE_EQ(report.segments[3].calendar.mean_days, 3);
}

TEST(TurnaroundReport, IsTheSameCountedApartAndAddedUp) {
  TurnaroundTally november, december;
  november.add(kCases[0]);
  november.add(kCases[1]);
  december.add(kCases[2]);
  december.add(november);
  const auto report = december.report();
  EXPECT_EQ(report.all.calendar.answers, 3);
  EXPECT_DOUBLE_EQ(report.all.calendar.median_days, 8);
  EXPECT_DOUBLE_EQ(report.all.mean_working_days, (4 + 6 + 22) / 3.0);
  ASSERT_EQ(report.months.size(), 2U);
  EXPECT_EQ(report.months[0].name, "2026-11");
  EXPECT_EQ(report.months[0].calendar.answers, 2);
  ASSERT_EQ(report.segments.size(), 5U);
  EXPECT_EQ(report.segments[0].calendar.answers, 3);
}

TEST(TurnaroundReport, WithoutAnswersThereIsNothingToCount) {
  const auto report = turnaround_report({{.milestones = {.received = {2026, 11, 2}}}});
  EXPECT_EQ(report.all.calendar.answers, 0);
  EXPECT_TRUE(report.months.empty());
}

}  // namespace
}  // namespace kres::laboratory
