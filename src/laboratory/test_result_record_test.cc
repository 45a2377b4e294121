// Results of confirmatory tests: what may be stored.
#include "laboratory/test_result_record.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

const Date kToday{2026, 11, 20};

TestResultRecord positive() {
  return {.test = "carba_np",
          .outcomes = {"positive"},
          .tested = kToday,
          .comment = {},
          .entered_by = {}};
}

std::string refusal(const TestResultRecord& record) {
  const auto checked = check_test_result(record, kToday);
  return checked ? "" : checked.error().message;
}

TEST(TestResults, NeedATestAndAnOutcome) {
  EXPECT_EQ(refusal(positive()), "");
  auto nothing = positive();
  nothing.outcomes.clear();
  EXPECT_EQ(refusal(nothing), "State an outcome");
  auto nameless = positive();
  nameless.test.clear();
  EXPECT_EQ(refusal(nameless), "State the test");
}

TEST(TestResults, ACorrectionSaysWhyAndMayWithdraw) {
  auto corrected = positive();
  corrected.predecessor = {7};
  EXPECT_EQ(refusal(corrected), "A correction needs a comment that says why");
  corrected.comment = "wrong isolate";
  EXPECT_EQ(refusal(corrected), "");
  corrected.outcomes.clear();
  EXPECT_EQ(refusal(corrected), "");
  EXPECT_TRUE(corrected.is_withdrawal());
}

TEST(TestResults, ADayAheadIsRefused) {
  auto early = positive();
  early.tested = Date{2026, 11, 21};
  EXPECT_EQ(refusal(early), "The day of the test, 2026-11-21, lies ahead");
  early.tested.reset();
  EXPECT_EQ(refusal(early), "") << "the day need not be stated";
}

TEST(TestResults, ACommentIsShortAndNamesNobody) {
  auto record = positive();
  record.comment = std::string(kLongestTestComment, 'x');
  EXPECT_EQ(refusal(record), "");
  record.comment += "x";
  EXPECT_EQ(refusal(record), "The comment is longer than 1000 bytes");
  record.comment = "patient 13097248022?";
  EXPECT_EQ(refusal(record), "The comment holds a national identity number");
}

}  // namespace
}  // namespace kres::laboratory
