// What a stored result of quality control must satisfy, and which decision about a day holds.
#include <gtest/gtest.h>

#include "laboratory/qc_decision_record.h"

namespace kres::laboratory {
namespace {

constexpr Date kToday{2026, 11, 20};

QcResultRecord ecoli(std::int64_t id, std::int64_t predecessor = 0) {
  return {.id = {id},
          .day = kToday,
          .strain = "ATCC 25922",
          .agent = "meropenem",
          .method = "broth_microdilution",
          .sign = "=",
          .value = 0.25,
          .unit = "mg/L",
          .reason = predecessor == 0 ? "" : "read the wrong row",
          .entered_by = "beate",
          .predecessor = {predecessor}};
}

QcDecisionRecord decided(std::int64_t id, bool accepted, std::vector<QcResultId> seen) {
  return {.id = {id},
          .of = {kToday, "meropenem", "broth_microdilution", ""},
          .accepted = accepted,
          .reason = "repeated with a new panel",
          .person = "magnus",
          .seen = std::move(seen)};
}

std::string refusal(const QcResultRecord& record) {
  const auto checked = check_qc_result(record, kToday);
  return checked ? "" : checked.error().message;
}

TEST(QcRecords, AResultNeedsAStrainAndADayThatHasCome) {
  EXPECT_EQ(refusal(ecoli(1)), "");
  auto nameless = ecoli(1);
  nameless.strain.clear();
  EXPECT_EQ(refusal(nameless), "State the control strain");
  auto tomorrow = ecoli(1);
  tomorrow.day = {2026, 11, 21};
  EXPECT_EQ(refusal(tomorrow), "The day of the quality control, 2026-11-21, lies ahead");
}

TEST(QcRecords, ACorrectionSaysWhyAndNothingElseDoes) {
  EXPECT_EQ(refusal(ecoli(2, 1)), "");
  auto silent = ecoli(2, 1);
  silent.reason = "  ";
  EXPECT_EQ(refusal(silent), "A correction needs a reason");
  auto first = ecoli(1);
  first.reason = "new";
  EXPECT_EQ(refusal(first), "A reason is given where a result takes the place of another");
  first.reason.clear();
  first.withdrawn = true;
  EXPECT_EQ(refusal(first), "There is nothing to withdraw");
}

TEST(QcRecords, TextsAreShortAndNameNobody) {
  auto named = ecoli(2, 1);
  named.reason = "pas. 130972-48022";
  EXPECT_EQ(refusal(named), "The reason holds a national identity number");
  named.reason = std::string(501, 'x');
  EXPECT_EQ(refusal(named), "The reason is longer than 500 bytes");
}

TEST(QcRecords, WhatWasReplacedOrWithdrawnDoesNotCount) {
  auto withdrawal = ecoli(4, 3);
  withdrawal.withdrawn = true;
  const auto standing = standing_among({ecoli(1), ecoli(2, 1), ecoli(3), withdrawal, ecoli(5)});
  ASSERT_EQ(standing.size(), 2U);
  EXPECT_EQ(standing[0].id.value, 2);
  EXPECT_EQ(standing[1].id.value, 5);
}

TEST(QcRecords, WhoeverEnteredAResultThatIsOutNeitherReplacesItNorAcceptsTheDay) {
  EXPECT_FALSE(may_replace(ecoli(1), true, "beate"));
  EXPECT_TRUE(may_replace(ecoli(1), true, "bjarne"));
  EXPECT_TRUE(may_replace(ecoli(1), false, "beate")) << "inside its range it hides nothing";
  EXPECT_EQ(may_accept({ecoli(1)}, "beate").error().message, "qc.why.entered_out");
  EXPECT_TRUE(may_accept({ecoli(1)}, "magnus"));
}

TEST(QcRecords, AnAcceptanceHoldsForWhatItSawAndARejectionWhateverComes) {
  const QcDayName day{kToday, "meropenem", "broth_microdilution", ""};
  const std::vector<QcDecisionRecord> accepted{decided(1, true, {{7}})};
  ASSERT_NE(decision_in_force(accepted, day, {{7}}), nullptr);
  EXPECT_EQ(decision_in_force(accepted, day, {{7}, {8}}), nullptr) << "8 came later";
  const std::vector<QcDecisionRecord> rejected{decided(1, true, {{7}}), decided(2, false, {{7}})};
  const auto* newest = decision_in_force(rejected, day, {{7}, {8}});
  ASSERT_NE(newest, nullptr);
  EXPECT_FALSE(newest->accepted);
}

TEST(QcRecords, ADecisionIsOfItsOwnDayAgentMethodAndLoad) {
  const std::vector<QcDecisionRecord> accepted{decided(1, true, {{7}})};
  EXPECT_EQ(
      decision_in_force(accepted, {{2026, 11, 19}, "meropenem", "broth_microdilution", ""}, {}),
      nullptr);
  EXPECT_EQ(decision_in_force(accepted, {kToday, "ertapenem", "broth_microdilution", ""}, {}),
            nullptr);
  EXPECT_EQ(decision_in_force(accepted, {kToday, "meropenem", "disk", "10"}, {}), nullptr);
}

TEST(QcRecords, ADecisionHasAReason) {
  auto decision = decided(1, true, {});
  EXPECT_TRUE(check_qc_decision(decision));
  decision.reason = " ";
  EXPECT_EQ(check_qc_decision(decision).error().message, "A decision needs a reason");
}

}  // namespace
}  // namespace kres::laboratory
