// The OpenAPI document: whole, sound, and the one that is published.
#include <set>

#include "base/files.h"
#include "base/text.h"
#include "tests/api/api_fixture.h"

using namespace kres;
using nlohmann::json;

using OpenApiDocument = kres::testing::ApiFixture;

namespace {

json document() { return json::parse(api::openapi_document(api::all_endpoints(), "test").value()); }

void collect_references(const json& value, std::set<std::string>& references) {
  if (value.is_object() && value.contains("$ref")) references.insert(value["$ref"]);
  if (value.is_structured())
    for (const auto& member : value) collect_references(member, references);
}

}  // namespace

TEST(OpenApi, HasThePartsOfVersion31) {
  const auto api = document();
  EXPECT_EQ(api["openapi"], "3.1.0");
  EXPECT_TRUE(api["info"]["title"].is_string());
  EXPECT_TRUE(api["info"]["version"].is_string());
  EXPECT_TRUE(api["paths"].is_object());
  EXPECT_EQ(api["components"]["securitySchemes"]["session"]["in"], "cookie");
}

TEST(OpenApi, EveryReferenceResolvesAndEverySchemaIsUsed) {
  const auto api = document();
  std::set<std::string> references;
  collect_references(api, references);
  for (const auto& reference : references)
    EXPECT_TRUE(api.contains(json::json_pointer(reference.substr(1)))) << reference;
  for (const auto& [name, schema] : api["components"]["schemas"].items())
    EXPECT_TRUE(references.contains("#/components/schemas/" + name)) << name << " is not used";
}

TEST(OpenApi, EveryEndpointIsThereWithAllThatAClientNeeds) {
  const auto api = document();
  std::set<std::string> ids;
  for (const auto& endpoint : api::all_endpoints()) {
    const auto& route = endpoint.route;
    const auto operation =
        api["paths"].at(std::string(route.pattern)).at(to_lower(http::method_name(route.method)));
    EXPECT_TRUE(ids.insert(operation["operationId"]).second) << route.pattern;
    EXPECT_FALSE(operation["summary"].get<std::string>().empty()) << route.pattern;
    EXPECT_TRUE(operation["responses"].contains(std::to_string(route.status))) << route.pattern;
    EXPECT_EQ(operation["security"].empty(), endpoint.access.anyone) << route.pattern;
    EXPECT_TRUE((endpoint.handler != nullptr) != (endpoint.open != nullptr)) << route.pattern;
  }
}

TEST(OpenApi, EveryPathParameterIsDeclared) {
  for (const auto& [path, operations] : document()["paths"].items()) {
    for (const auto& [method, operation] : operations.items()) {
      std::size_t declared = 0;
      for (const auto& parameter : operation.value("parameters", json::array()))
        if (parameter["in"] == "path") {
          ++declared;
          EXPECT_NE(path.find("{" + parameter["name"].get<std::string>() + "}"), std::string::npos);
        }
      EXPECT_EQ(declared, split(path, '{').size() - 1) << path;
    }
  }
}

TEST(OpenApi, ThePublishedDocumentIsTheOneThatTheServerWrites) {
  const auto published = read_file(Path(KRES_SOURCE_DIR) / "docs/formats/openapi.json");
  ASSERT_TRUE(published) << published.error().text();
  auto ours = document();
  auto theirs = json::parse(*published);
  ours["info"]["version"] = theirs["info"]["version"];
  EXPECT_TRUE(ours == theirs) << "write it anew: kres openapi > docs/formats/openapi.json";
}

TEST_F(OpenApiDocument, IsServedToAnyone) {
  const auto answer = client().get("/api/v1/openapi.json");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.json(), document());
}
