// Tokens of programs: how long they last.
#include "laboratory/api_token.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

TEST(ApiToken, IsValidUntilItEndsOrIsRevoked) {
  const auto noon = parse_instant("2026-11-22T12:00:00Z").value();
  ApiToken token{.expires = noon, .last_used = {}, .revoked = {}};
  EXPECT_TRUE(token.is_valid(noon - std::chrono::seconds(1)));
  EXPECT_FALSE(token.is_valid(noon));
  token.revoked = noon - std::chrono::hours(2);
  EXPECT_FALSE(token.is_valid(noon - std::chrono::hours(1)));
}

TEST(ApiToken, SaysWhatItIsForAndEndsWithinAYear) {
  EXPECT_TRUE(check_token("LIMS", 1));
  EXPECT_TRUE(check_token("LIMS", 366));
  EXPECT_FALSE(check_token("LIMS", 0));
  EXPECT_FALSE(check_token("LIMS", 367));
  EXPECT_FALSE(check_token("  ", 30));
  EXPECT_FALSE(check_token(std::string(81, 'x'), 30));
}

TEST(ApiToken, ReachesHaveNamesBothWays) {
  for (const auto reach : {TokenReach::read, TokenReach::change})
    EXPECT_EQ(token_reach_from(name_of(reach)), reach);
  EXPECT_FALSE(token_reach_from("all"));
}

}  // namespace
}  // namespace kres::laboratory
