#include "server/http/router.h"

#include <gtest/gtest.h>

using namespace kres::http;

namespace {

const std::vector<Route>& table() {
  static const std::vector<Route> routes{
      {.method = Method::get, .pattern = "/isolates"},
      {.method = Method::get, .pattern = "/isolates/{accession}"},
      {.method = Method::get, .pattern = "/isolates/export"},
      {.method = Method::post, .pattern = "/isolates/{accession}/answers/{version}"},
  };
  return routes;
}

Target target(std::string_view raw) { return parse_target(raw).value(); }

}  // namespace

TEST(Router, FindsARouteAndItsParameters) {
  const auto match = Router(table()).find(Method::post, target("/isolates/2026-CPO-1/answers/2"));
  ASSERT_TRUE(match);
  EXPECT_EQ(match->route, 3U);
  EXPECT_EQ(match->parameters["accession"], "2026-CPO-1");
  EXPECT_EQ(match->parameters["version"], "2");
  EXPECT_EQ(match->parameters["nothing"], "");
}

TEST(Router, ALiteralSegmentWinsOverAParameter) {
  EXPECT_EQ(Router(table()).find(Method::get, target("/isolates/export"))->route, 2U);
  EXPECT_EQ(Router(table()).find(Method::get, target("/isolates/exports"))->route, 1U);
}

TEST(Router, HeadFindsTheGetRoute) {
  EXPECT_EQ(Router(table()).find(Method::head, target("/isolates"))->route, 0U);
}

TEST(Router, TellsAnUnknownPathFromAWrongMethod) {
  const Router router(table());
  EXPECT_FALSE(router.find(Method::post, target("/isolates")));
  EXPECT_EQ(router.allowed(target("/isolates")), (std::vector<Method>{Method::get, Method::head}));
  EXPECT_TRUE(router.allowed(target("/isolates/a/b")).empty());
  EXPECT_TRUE(router.allowed(target("/")).empty());
}
