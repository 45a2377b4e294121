#include "server/auth/token.h"

#include <gtest/gtest.h>

#include <set>

TEST(Token, Has256RandomBitsInCharactersThatACookieMayHold) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const auto token = kres::random_token();
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                      "0123456789-_"),
              std::string::npos);
    seen.insert(token);
  }
  EXPECT_EQ(seen.size(), 1000U);
}

TEST(Token, IsStoredAsItsSha256) {
  EXPECT_EQ(kres::token_digest("abc"),  // printf abc | sha256sum
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Token, ComparisonNeedsEveryByte) {
  EXPECT_TRUE(kres::same_token("abcd", "abcd"));
  EXPECT_FALSE(kres::same_token("abcd", "abce"));
  EXPECT_FALSE(kres::same_token("abcd", "abc"));
  EXPECT_FALSE(kres::same_token("", "a"));
  EXPECT_TRUE(kres::same_token("", ""));
}
