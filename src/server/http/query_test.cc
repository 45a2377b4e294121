#include "server/http/query.h"

#include <gtest/gtest.h>

using namespace kres::http;

namespace {

const Route kList{.pattern = "/isolates",
                  .query = {{"state", "string", "", {"ready", "draft"}},
                            {"q", "string", "", {}},
                            {"limit", "integer", "", {}, 1, 200}}};

bool allows(std::string_view raw) {
  return check_query(kList, parse_target(raw).value()).has_value();
}

}  // namespace

TEST(Query, KnowsItsParametersAndTheirValues) {
  EXPECT_TRUE(allows("/isolates"));
  EXPECT_TRUE(allows("/isolates?state=ready&q=ST11&limit=200"));
  EXPECT_TRUE(allows("/isolates?state=&q="));
  EXPECT_FALSE(allows("/isolates?state=gone"));
  EXPECT_FALSE(allows("/isolates?order=name"));
  EXPECT_FALSE(allows("/isolates?q=" + std::string(201, 'x')));
}

TEST(Query, IntegersHaveBounds) {
  for (const auto* raw : {"/i?limit=0", "/i?limit=201", "/i?limit=-1", "/i?limit=", "/i?limit=1e2",
                          "/i?limit=99999999999999999999"})
    EXPECT_FALSE(allows(raw)) << raw;
}

TEST(Query, AnEmptyOrMissingValueGivesTheFallback) {
  const auto target = parse_target("/isolates?state=&limit=7").value();
  EXPECT_EQ(text_parameter(target, "state", "any"), "any");
  EXPECT_EQ(text_parameter(target, "q", "none"), "none");
  EXPECT_EQ(integer_parameter(target, "limit", 50), 7);
  EXPECT_EQ(integer_parameter(target, "page", 50), 50);
}
