// Questions to senders are answered or withdrawn once, in words without identity numbers.
#include "laboratory/sender_query.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

const Instant kNow = *parse_instant("2026-11-21T12:00:00Z");

TEST(SenderQuery, IsClosedOnce) {
  const auto answered = closed_as({}, QueryState::answered, "India", "rita", kNow);
  ASSERT_TRUE(answered);
  EXPECT_EQ(answered->state, QueryState::answered);
  EXPECT_EQ(answered->closing, "India");
  EXPECT_EQ(answered->closed_by, "rita");
  EXPECT_EQ(answered->closed, kNow);
  const auto again = closed_as(*answered, QueryState::withdrawn, "no", "kari", kNow);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::conflict);
}

TEST(SenderQuery, TakesNoEmptyTextAndNoIdentityNumber) {
  for (const auto& text : {std::string(), std::string("  "), std::string(1001, 'x'),
                           std::string("pasient 15076500565")}) {
    const auto closed = closed_as({}, QueryState::answered, text, "rita", kNow);
    ASSERT_FALSE(closed) << text;
    EXPECT_EQ(closed.error().code, ErrorCode::bad_input);
    EXPECT_EQ(closed.error().message.find("15076500565"), std::string::npos);
  }
}

}  // namespace
}  // namespace kres::laboratory
