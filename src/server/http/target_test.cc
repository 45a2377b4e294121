#include "server/http/target.h"

#include <gtest/gtest.h>

using kres::http::parse_target;

TEST(Target, IsSplitBeforeItIsDecoded) {
  const auto target = parse_target("/api/v1/isolates/2026%2FCPO?q=K.%20pneu+moniae&state=ready");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->segments, (std::vector<std::string>{"api", "v1", "isolates", "2026/CPO"}));
  EXPECT_EQ(target->parameter("q"), "K. pneu moniae");
  EXPECT_EQ(target->parameter("state"), "ready");
  EXPECT_FALSE(target->parameter("sort"));
}

TEST(Target, PlusIsASpaceOnlyInTheQuery) {
  const auto target = parse_target("/a+b?c=d+e");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->segments.front(), "a+b");
  EXPECT_EQ(target->parameter("c"), "d e");
}

TEST(Target, TheAbsoluteFormAndATrailingSlashAreAccepted) {
  EXPECT_EQ(parse_target("http://example.org/healthz")->path(), "/healthz");
  EXPECT_EQ(parse_target("http://example.org")->path(), "/");
  EXPECT_EQ(parse_target("/healthz/")->path(), "/healthz");
}

TEST(Target, NothingClimbsOutOfItsDirectory) {
  for (const auto* raw : {"/../etc/passwd", "/assets/../../x", "/%2e%2e/x", "/%2E./x", "/a/./b",
                          "/a//b", "/..%5cx", "/a\\..\\b", "//"})
    EXPECT_FALSE(parse_target(raw)) << raw;
}

TEST(Target, BrokenEncodingIsRefused) {
  for (const auto* raw : {"/%", "/%2", "/%zz", "/a?b=%", "/a?%4=1", "/%00", "/a%0d%0ab", "/%ff%fe",
                          "/a?q=%c3%28", "", "*", "example.org:443", "?a=b"})
    EXPECT_FALSE(parse_target(raw)) << raw;
}

TEST(Target, AParameterGivenTwiceOrTooManyAreRefused) {
  EXPECT_FALSE(parse_target("/a?state=ready&state=draft"));
  std::string many = "/a?";
  for (int i = 0; i < 51; ++i) many += "p" + std::to_string(i) + "=1&";
  EXPECT_FALSE(parse_target(many));
}
