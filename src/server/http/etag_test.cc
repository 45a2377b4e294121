#include "server/http/etag.h"

#include <gtest/gtest.h>

using namespace kres::http;

namespace {

Request with_header(std::string name, std::string value) {
  Request request;
  request.headers = {{std::move(name), std::move(value)}};
  return request;
}

}  // namespace

TEST(ETag, IsTheBeginningOfTheDigestInQuotes) {
  // printf abc | sha256sum
  EXPECT_EQ(make_etag("abc"), "\"ba7816bf8f01cfea414140de5dae2223\"");
}

TEST(IfMatch, IsRequiredForAChange) {
  const auto refused = check_if_match(Request{}, "\"a\"");
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 428);
}

TEST(IfMatch, RefusesAStaleTag) {
  const auto refused = check_if_match(with_header("if-match", "\"old\""), "\"new\"");
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 412);
  EXPECT_FALSE(check_if_match(with_header("if-match", "\"old\", \"new\""), "\"new\""));
  EXPECT_FALSE(check_if_match(with_header("if-match", "*"), "\"new\""));
}

TEST(IfMatch, NeverMatchesAWeakTag) {
  EXPECT_TRUE(check_if_match(with_header("if-match", "W/\"a\""), "\"a\""));
}

TEST(IfNoneMatch, GivesNotModifiedWithoutABody) {
  const auto response =
      with_etag(with_header("if-none-match", "W/\"a\""), json_response(200, "{}"), "\"a\"");
  EXPECT_EQ(response.status, 304);
  EXPECT_TRUE(response.body.empty());
  EXPECT_EQ(
      with_etag(with_header("if-none-match", "\"b\""), json_response(200, "{}"), "\"a\"").body,
      "{}");
}
