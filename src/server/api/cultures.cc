// The day on which isolates had grown pure, recorded for one or many at once.
#include <nlohmann/json.hpp>

#include "server/api/body.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "workflow/cultures.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostIsolates = 200;
constexpr std::size_t kLongestDay = 10;

struct Cultures {
  std::vector<std::string> accessions;
  Date day;
};

Result<Cultures> cultures_in(const nlohmann::json& body) {
  KRES_ASSIGN(const auto text, required_text(body, "day", kLongestDay));
  const auto day = Date::parse(text);
  if (!day) return bad_input("The field 'day' is no date like 2026-11-21");
  const auto list = body.find("accessions");
  if (list == body.end() || !list->is_array())
    return bad_input("The field 'accessions' is no list");
  if (list->empty() || list->size() > kMostIsolates)
    return bad_input("Between 1 and 200 isolates are recorded at once");
  Cultures cultures{.accessions = {}, .day = *day};
  for (const auto& accession : *list) {
    if (!accession.is_string()) return bad_input("An accession number is no text");
    cultures.accessions.push_back(accession.get<std::string>());
  }
  return cultures;
}

// One transaction each: what is refused does not hold up the others.
Result<http::Response> record(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto cultures, cultures_in(body));
  Json outcomes = Json::array();
  int done = 0;
  for (const auto& accession : cultures.accessions) {
    const auto recorded = workflow::record_culture(services.desk.services, accession, cultures.day,
                                                   call.caller->person);
    done += recorded ? 1 : 0;
    outcomes.push_back({{"accession", accession},
                        {"done", recorded.has_value()},
                        {"why", recorded ? "" : recorded.error().message}});
  }
  return http::json_response(200, Json{{"done", done}, {"outcomes", outcomes}}.dump());
}

}  // namespace

std::vector<Endpoint> culture_endpoints() {
  return {
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/cultures",
                 .id = "record_cultures",
                 .tag = "isolates",
                 .summary = "Records the day on which isolates of tubes had grown pure. Recorded "
                            "again, another day corrects the first.",
                 .request_schema = "NewCultures",
                 .response_schema = "CultureOutcomes",
                 .body_limit = 16384},
       .access = staff(),
       .handler = record}};
}

}  // namespace kres::api
