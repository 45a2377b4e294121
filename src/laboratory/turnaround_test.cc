// The turnaround clock and the Norwegian calendar.
#include "laboratory/turnaround.h"

#include <gtest/gtest.h>

#include "laboratory/holidays.h"

namespace kres::laboratory {
namespace {

TEST(Holidays, EasterSundayFollowsThePublishedTables) {
  EXPECT_EQ(easter_sunday(1961), (Date{1961, 4, 2}));
  EXPECT_EQ(easter_sunday(2000), (Date{2000, 4, 23}));
  EXPECT_EQ(easter_sunday(2008), (Date{2008, 3, 23}));
  EXPECT_EQ(easter_sunday(2024), (Date{2024, 3, 31}));
  EXPECT_EQ(easter_sunday(2025), (Date{2025, 4, 20}));
  EXPECT_EQ(easter_sunday(2026), (Date{2026, 4, 5}));
  EXPECT_EQ(easter_sunday(2038), (Date{2038, 4, 25}));
}

TEST(Holidays, TheNorwegianHolidaysOf2026) {
  for (const auto* day :
       {"2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01",
        "2026-05-14", "2026-05-17", "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26"})
    EXPECT_TRUE(is_public_holiday(*Date::parse(day))) << day;
  int count = 0;
  for (Date day{2026, 1, 1}; day.year == 2026; day = add_days(day, 1))
    count += is_public_holiday(day);
  EXPECT_EQ(count, 12);
}

TEST(Holidays, EasterWeekHasThreeWorkingDays) {
  EXPECT_EQ(working_days_between({2026, 3, 29}, {2026, 4, 6}), 3);
  EXPECT_EQ(working_days_between({2026, 4, 6}, {2026, 3, 29}), 0);
}

TEST(Turnaround, RunsFromReceiptToSignature) {
  const auto clock = turnaround({.received = {2026, 11, 16},
                                 .analysed = Date{2026, 11, 17},
                                 .validated = Date{2026, 11, 20},
                                 .signed_ = Date{2026, 11, 23}},
                                {2026, 12, 24});
  EXPECT_EQ(clock.due, (Date{2026, 11, 23}));
  EXPECT_EQ(clock.days_used, 7);
  EXPECT_EQ(clock.working_days_used, 5);
  EXPECT_EQ(clock.days_left, 0);
  EXPECT_FALSE(clock.overdue);
  ASSERT_EQ(clock.segments.size(), 3u);
  EXPECT_EQ(clock.segments[1].name, "validation");
  EXPECT_EQ(clock.segments[1].days, 3);
}

TEST(Turnaround, WhatHappensAtTheBenchComesBeforeTheAnalysis) {
  const auto clock = turnaround({.received = {2026, 11, 2},
                                 .measured = Date{2026, 11, 4},
                                 .sequenced = Date{2026, 11, 3},
                                 .analysed = Date{2026, 11, 6}},
                                {2026, 11, 8});
  std::string told;
  for (const auto& segment : clock.segments)
    told += segment.name + " " + std::to_string(segment.days) + " ";
  EXPECT_EQ(told, "susceptibility 2 sequencing 0 analysis 2 validation 2 ")
      << "a genome that came while it was measured cost no time of its own";
}

TEST(Turnaround, WhatIsMeasuredAndHasNoGenomeWaitsForSequencing) {
  const auto clock =
      turnaround({.received = {2026, 11, 2}, .measured = Date{2026, 11, 4}}, {2026, 11, 8});
  ASSERT_EQ(clock.segments.size(), 2u);
  EXPECT_EQ(clock.segments[1].name, "sequencing");
  EXPECT_EQ(clock.segments[1].days, 4);
  EXPECT_FALSE(clock.segments[1].end);
}

TEST(Turnaround, ATubeGrowsBeforeItIsMeasured) {
  Milestones milestones{.received = {2026, 11, 2}, .tube = true};
  const auto told = [&](Date today) {
    std::string words;
    for (const auto& segment : turnaround(milestones, today).segments)
      words += segment.name + " " + std::to_string(segment.days) + (segment.end ? "; " : "... ");
    return words;
  };
  EXPECT_EQ(told({2026, 11, 3}), "culture 1... ");
  milestones.cultured = Date{2026, 11, 4};
  EXPECT_EQ(told({2026, 11, 5}), "culture 2; susceptibility 1... ");
  milestones.measured = Date{2026, 11, 7};
  EXPECT_EQ(told({2026, 11, 9}), "culture 2; susceptibility 3; sequencing 2... ");
}

TEST(Turnaround, AGenomeThatWasSentNeedsNoCulture) {
  const auto clock =
      turnaround({.received = {2026, 11, 2}, .sequenced = Date{2026, 11, 2}}, {2026, 11, 3});
  ASSERT_EQ(clock.segments.size(), 2u);
  EXPECT_EQ(clock.segments.front().name, "sequencing");
  EXPECT_EQ(clock.segments.back().name, "analysis");
}

TEST(Turnaround, AnOpenIsolateGoesOnCounting) {
  const auto clock = turnaround({.received = {2026, 11, 10}}, {2026, 11, 21});
  EXPECT_EQ(clock.days_used, 11);
  EXPECT_EQ(clock.days_left, -4);
  EXPECT_TRUE(clock.overdue);
  ASSERT_EQ(clock.segments.size(), 1u);
  EXPECT_FALSE(clock.segments[0].end);
  EXPECT_EQ(clock.segments[0].days, 11);
}

TEST(Turnaround, AnAnswerOnTheSeventhDayIsInTime) {
  const auto days = [](Date signed_on) {
    return turnaround({.received = {2026, 3, 2}, .signed_ = signed_on}, {2026, 6, 1}).overdue;
  };
  EXPECT_FALSE(days({2026, 3, 9}));
  EXPECT_TRUE(days({2026, 3, 10}));
}

TEST(Turnaround, StatisticsOfTenAnswers) {
  const auto s = turnaround_statistics({1, 2, 3, 4, 5, 6, 7, 8, 9, 30});
  EXPECT_EQ(s.answers, 10);
  EXPECT_DOUBLE_EQ(s.mean_days, 7.5);
  EXPECT_DOUBLE_EQ(s.median_days, 5.5);
  EXPECT_DOUBLE_EQ(s.percentile_90_days, 9);
  EXPECT_EQ(s.within_target, 7);
  EXPECT_EQ(turnaround_statistics({}).answers, 0);
}

}  // namespace
}  // namespace kres::laboratory
