// The referring laboratories.
#include <nlohmann/json.hpp>

#include "server/api/endpoint.h"
#include "server/api/services.h"

namespace kres::api {

namespace {

Result<http::Response> list_laboratories(Services& services, const Call&) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto laboratories, work->laboratories().all());
  auto items = nlohmann::ordered_json::array();
  for (const auto& laboratory : laboratories)
    items.push_back({{"code", laboratory.code},
                     {"name", laboratory.name},
                     {"health_region", laboratory.health_region}});
  return http::json_response(200, nlohmann::ordered_json{{"items", items}}.dump());
}

}  // namespace

std::vector<Endpoint> laboratory_endpoints() {
  return {{.route = {.method = http::Method::get,
                     .pattern = "/api/v1/laboratories",
                     .id = "list_laboratories",
                     .tag = "laboratories",
                     .summary = "The laboratories that refer isolates.",
                     .response_schema = "LaboratoryList"},
           .access = every_person(),
           .handler = list_laboratories}};
}

}  // namespace kres::api
