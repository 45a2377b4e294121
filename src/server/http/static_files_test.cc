#include "server/http/static_files.h"

#include <gtest/gtest.h>

using namespace kres::http;

namespace {

const StaticFiles& page() {
  static const StaticFiles files({{"index.html", "<!doctype html>"},
                                  {"assets/index-Bx3k.js", "go()"},
                                  {"favicon.svg", "<svg/>"}});
  return files;
}

Response get(std::string_view raw) {
  Request request;
  request.target = parse_target(raw).value();
  return page().respond(request);
}

std::string header(const Response& response, std::string_view name) {
  for (const auto& header : response.headers)
    if (header.name == name) return header.value;
  return {};
}

}  // namespace

TEST(StaticFiles, TheRootAndThePagesOwnAddressesGiveTheIndex) {
  for (const auto* raw : {"/", "/index.html", "/isolates/2026-CPO-0001-K", "/login"}) {
    const auto response = get(raw);
    EXPECT_EQ(response.body, "<!doctype html>") << raw;
    EXPECT_EQ(response.content_type, "text/html; charset=utf-8") << raw;
    EXPECT_EQ(header(response, "Cache-Control"), "no-cache") << raw;
  }
}

TEST(StaticFiles, FilesNamedByTheirDigestAreKeptForAYear) {
  const auto response = get("/assets/index-Bx3k.js");
  EXPECT_EQ(response.content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(header(response, "Cache-Control"), "public, max-age=31536000, immutable");
}

TEST(StaticFiles, AMissingFileIsNotThePage) {
  EXPECT_EQ(get("/assets/index-old.js").status, 404);
  EXPECT_EQ(get("/.env").status, 404);
}

TEST(StaticFiles, AnEncodedSlashReachesNoOtherFile) {
  EXPECT_EQ(get("/assets%2Findex-Bx3k.js").body, "go()");
  EXPECT_EQ(get("/%2Fetc%2Fpasswd.txt").status, 404);
}

TEST(StaticFiles, AKnownVersionIsNotSentAgain) {
  Request request;
  request.target = parse_target("/favicon.svg").value();
  request.headers = {{"if-none-match", header(get("/favicon.svg"), "ETag")}};
  EXPECT_EQ(page().respond(request).status, 304);
}

TEST(StaticFiles, WithoutAPageThereIsNothing) {
  Request request;
  EXPECT_EQ(StaticFiles({}).respond(request).status, 404);
}
