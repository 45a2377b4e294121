#include "server/http/openapi.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace kres::http;
using Json = nlohmann::json;

namespace {

constexpr std::string_view kSchemas =
    R"({"Problem": {"type": "object"}, "Isolate": {"type": "object"}, "Draft": {"type": "object"}})";

const std::vector<Route>& routes() {
  static const std::vector<Route> table{
      {.method = Method::get,
       .pattern = "/isolates/{accession}",
       .id = "read_isolate",
       .tag = "isolates",
       .summary = "One isolate.",
       .access = "bioengineer",
       .response_schema = "Isolate",
       .tagged = true,
       .query = {{"lang", "string", "Language of the texts", {"nb", "en"}}}},
      {.method = Method::post,
       .pattern = "/isolates/{accession}",
       .id = "draft",
       .tag = "isolates",
       .summary = "Begins a draft.",
       .access = "bioengineer",
       .request_schema = "Draft",
       .response_schema = "Isolate",
       .status = 201,
       .conditional = true},
      {.method = Method::get,
       .pattern = "/healthz",
       .id = "health",
       .tag = "operation",
       .summary = "Alive.",
       .access = "anyone",
       .response_type = "text/plain"},
  };
  return table;
}

const OpenApiInfo kInfo{"kres", "0.1.0", "A laboratory.", "kres_session"};

Json document() { return Json::parse(write_openapi(kInfo, routes(), {kSchemas}).value()); }

std::vector<std::string> parameter_names(const Json& operation) {
  std::vector<std::string> names;
  for (const auto& parameter : operation.value("parameters", Json::array()))
    names.push_back(parameter["in"].get<std::string>() + ":" +
                    parameter["name"].get<std::string>());
  return names;
}

}  // namespace

TEST(OpenApi, ARouteTellsItsParametersBodyAndAnswers) {
  const auto draft = document()["paths"]["/isolates/{accession}"]["post"];
  EXPECT_EQ(draft["operationId"], "draft");
  EXPECT_EQ(parameter_names(draft),
            (std::vector<std::string>{"path:accession", "header:X-CSRF-Token", "header:If-Match"}));
  EXPECT_EQ(draft["requestBody"]["content"]["application/json"]["schema"]["$ref"],
            "#/components/schemas/Draft");
  EXPECT_EQ(draft["responses"]["201"]["content"]["application/json"]["schema"]["$ref"],
            "#/components/schemas/Isolate");
  EXPECT_EQ(draft["responses"]["default"]["content"]["application/problem+json"]["schema"]["$ref"],
            "#/components/schemas/Problem");
  EXPECT_EQ(draft["security"], Json::parse(R"([{"session": []}])"));
}

TEST(OpenApi, AReadTellsItsTagAndQuery) {
  const auto read = document()["paths"]["/isolates/{accession}"]["get"];
  EXPECT_EQ(parameter_names(read), (std::vector<std::string>{"path:accession", "query:lang"}));
  EXPECT_EQ(read["parameters"][1]["schema"]["enum"], Json::parse(R"(["nb", "en"])"));
  EXPECT_TRUE(read["responses"]["200"]["headers"].contains("ETag"));
}

TEST(OpenApi, WhatAnyoneMayCallNeedsNoSession) {
  EXPECT_EQ(document()["paths"]["/healthz"]["get"]["security"], Json::array());
}

TEST(OpenApi, ASchemaThatNobodyGivesIsABug) {
  EXPECT_FALSE(write_openapi(kInfo, routes(), {R"({"Problem": {}, "Isolate": {}})"}));
  EXPECT_FALSE(write_openapi(kInfo, routes(), {kSchemas, R"({"Draft": {}})"}));
  EXPECT_FALSE(write_openapi(kInfo, routes(), {kSchemas, "[]"}));
  EXPECT_FALSE(write_openapi(kInfo, {}, {"{}"}));
}
