#include "server/http/openapi.h"

#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/http/problem.h"

namespace kres::http {

namespace {

using Json = nlohmann::ordered_json;

tl::unexpected<Error> wrong(std::string message) {
  return fail({ErrorCode::internal, std::move(message), "openapi", 0, {}});
}

Json reference(std::string_view schema) {
  return {{"$ref", fmt::format("#/components/schemas/{}", schema)}};
}

Json path_parameters(std::string_view pattern) {
  Json parameters = Json::array();
  for (const auto segment : split(pattern, '/'))
    if (segment.starts_with('{'))
      parameters.push_back({{"name", segment.substr(1, segment.size() - 2)},
                            {"in", "path"},
                            {"required", true},
                            {"schema", {{"type", "string"}}}});
  return parameters;
}

Json query_parameter(const QueryParameter& parameter) {
  Json schema = {{"type", parameter.type}};
  if (!parameter.values.empty()) schema["enum"] = parameter.values;
  if (parameter.type == "integer") {
    schema["minimum"] = parameter.least;
    schema["maximum"] = parameter.most;
  }
  return {{"name", parameter.name},
          {"in", "query"},
          {"required", false},
          {"description", parameter.summary},
          {"schema", schema}};
}

Json header_parameter(std::string_view name, std::string_view summary) {
  return {{"name", name},
          {"in", "header"},
          {"required", true},
          {"description", summary},
          {"schema", {{"type", "string"}}}};
}

bool needs_csrf_token(const Route& route) {
  return is_change(route.method) && !route.creates_session;
}

Json parameters_of(const Route& route) {
  auto parameters = path_parameters(route.pattern);
  for (const auto& parameter : route.query) parameters.push_back(query_parameter(parameter));
  if (needs_csrf_token(route))
    parameters.push_back(header_parameter("X-CSRF-Token", "The token of the session"));
  if (route.conditional)
    parameters.push_back(header_parameter("If-Match", "The ETag of what the change is based on"));
  return parameters;
}

Json success_of(const Route& route) {
  Json response = {{"description", status_title(route.status)}};
  if (route.tagged)
    response["headers"]["ETag"] = {{"description", "The version of this representation"},
                                   {"schema", {{"type", "string"}}}};
  if (!route.response_schema.empty())
    response["content"][std::string(route.response_type)]["schema"] =
        reference(route.response_schema);
  else if (route.status != 204)
    response["content"][std::string(route.response_type)]["schema"] = {{"type", "string"}};
  return response;
}

// Bytes that are not JSON have no schema (OpenAPI 3.1).
Json request_body_of(const Route& route) {
  const bool json = route.request_type == "application/json";
  if (json && route.request_schema.empty()) return nullptr;
  const Json media = json ? Json{{"schema", reference(route.request_schema)}} : Json::object();
  return {{"required", true}, {"content", {{route.request_type, media}}}};
}

Json operation_of(const Route& route) {
  Json operation = {{"operationId", route.id},
                    {"summary", route.summary},
                    {"description", fmt::format("Who may: {}.", route.access)},
                    {"tags", {route.tag}}};
  if (auto parameters = parameters_of(route); !parameters.empty())
    operation["parameters"] = std::move(parameters);
  if (auto body = request_body_of(route); !body.is_null())
    operation["requestBody"] = std::move(body);
  operation["responses"][std::to_string(route.status)] = success_of(route);
  operation["responses"]["default"] = {
      {"description", "What went wrong"},
      {"content", {{"application/problem+json", {{"schema", reference("Problem")}}}}}};
  operation["security"] =
      route.access.starts_with("anyone") ? Json::array() : Json{{{"session", Json::array()}}};
  return operation;
}

Result<Json> merge_schemas(const std::vector<std::string_view>& texts) {
  Json merged = Json::object();
  for (const auto text : texts) {
    const auto part = Json::parse(text, nullptr, false);
    if (!part.is_object()) return wrong("a file of schemas is not a JSON object");
    for (const auto& [name, schema] : part.items()) {
      if (merged.contains(name)) return wrong(fmt::format("schema '{}' is given twice", name));
      merged[name] = schema;
    }
  }
  return merged;
}

Result<void> check_names(const std::vector<Route>& routes, const Json& schemas) {
  if (!schemas.contains("Problem")) return wrong("there is no schema 'Problem'");
  for (const auto& route : routes)
    for (const auto name : {route.request_schema, route.response_schema})
      if (!name.empty() && !schemas.contains(name))
        return wrong(fmt::format("{} names the schema '{}', which nobody gives", route.id, name));
  return {};
}

}  // namespace

Result<std::string> write_openapi(const OpenApiInfo& info, const std::vector<Route>& routes,
                                  const std::vector<std::string_view>& schemas) {
  KRES_ASSIGN(auto components, merge_schemas(schemas));
  KRES_TRY(check_names(routes, components));
  Json document = {
      {"openapi", "3.1.0"},
      {"info",
       {{"title", info.title}, {"version", info.version}, {"description", info.description}}},
      {"paths", Json::object()}};
  for (const auto& route : routes)
    document["paths"][std::string(route.pattern)][to_lower(method_name(route.method))] =
        operation_of(route);
  document["components"]["schemas"] = std::move(components);
  document["components"]["securitySchemes"]["session"] = {
      {"type", "apiKey"}, {"in", "cookie"}, {"name", info.session_cookie}};
  return document.dump(2) + "\n";
}

}  // namespace kres::http
