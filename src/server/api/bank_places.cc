// The bank's places: the tree, a box with its vials, moves and events.
#include <limits>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/bank_body.h"
#include "server/api/bank_json.h"
#include "server/api/body.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "workflow/bank/places.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;
using laboratory::StoragePlace;
using laboratory::StoragePlaceId;

constexpr int kMostPlaces = std::numeric_limits<int>::max();

StoragePlaceId place_in(const Call& call) { return {parse_int(call.path["id"]).value_or(0)}; }

// Vials in each place: those of the boxes within it.
std::map<StoragePlaceId, std::int64_t> vials_within(
    const laboratory::PlaceTree& tree, const std::map<StoragePlaceId, std::int64_t>& by_box) {
  std::map<StoragePlaceId, std::int64_t> counts;
  for (const auto& [box, count] : by_box)
    for (const auto* place = tree.find(box); place != nullptr; place = tree.find(place->parent))
      counts[place->id] += count;
  return counts;
}

Result<http::Response> list_places(Services& services, const Call&) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto tree, workflow::place_tree(*work));
  KRES_ASSIGN(const auto by_box, work->storage_places().vials_by_box());
  auto counts = vials_within(tree, by_box);
  Json items = Json::array();
  for (const auto& place : tree.all()) items.push_back(place_value(place, tree, counts[place.id]));
  return http::json_response(200, Json{{"items", std::move(items)}}.dump());
}

// Every position of a box in order, with its vial or null.
Json positions_value(const StoragePlace& box, const std::vector<laboratory::ShownVial>& vials,
                     const laboratory::PlaceTree& tree) {
  Json positions = Json::array();
  auto vial = vials.begin();
  for (int position = 1; position <= box.box.positions(); ++position) {
    const bool taken = vial != vials.end() && vial->vial.spot->position == position;
    positions.push_back({{"name", position_name(box.box, position)},
                         {"vial", taken ? shown_vial_value(*vial, tree) : Json(nullptr)}});
    if (taken) ++vial;
  }
  return positions;
}

Result<http::Response> read_place(Services& services, const Call& call) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto tree, workflow::place_tree(*work));
  KRES_ASSIGN(const auto place, workflow::place_numbered(tree, place_in(call)));
  KRES_ASSIGN(const auto vials, work->vials().in_box(place.id));
  KRES_ASSIGN(const auto events, work->storage_places().events_of(place.id));
  auto json = place_value(place, tree, static_cast<std::int64_t>(vials.size()));
  Json places = Json::array();
  for (const auto& other : tree.all())
    if (tree.is_within(place.id, other.id))
      places.push_back({{"id", other.id.value}, {"name", other.name}});
  json["way"] = std::move(places);
  json["contents"] = place.kind == laboratory::PlaceKind::box ? positions_value(place, vials, tree)
                                                              : Json::array();
  json["events"] = Json::array();
  for (const auto& event : events) json["events"].push_back(storage_event_value(event, tree));
  return http::json_response(200, json.dump());
}

Result<StoragePlace> new_place_in(const http::Request& request) {
  KRES_ASSIGN(const auto body, read_object(request));
  StoragePlace place;
  KRES_ASSIGN(const auto parent, optional_whole(body, "parent", 1, kMostPlaces));
  place.parent = {parent.value_or(0)};
  KRES_ASSIGN(const auto kind, required_text(body, "kind", kLongestName));
  const auto known = laboratory::place_kind_from(kind);
  if (!known) return bad_input("The kind is none of site, room, freezer, rack, box");
  place.kind = *known;
  KRES_ASSIGN(place.name, required_text(body, "name", kLongestName));
  KRES_ASSIGN(const auto rows, optional_whole(body, "rows", 1, laboratory::kMostRowsOfABox));
  KRES_ASSIGN(const auto columns, optional_whole(body, "columns", 1, laboratory::kMostRowsOfABox));
  place.box.rows = rows.value_or(0);
  place.box.columns = columns.value_or(0);
  KRES_ASSIGN(const auto numbering, optional_text(body, "numbering", kLongestName));
  if (numbering.empty()) return place;
  const auto scheme = laboratory::numbering_from(numbering);
  if (!scheme) return bad_input("The numbering is none of letters_numbers, row_wise, column_wise");
  place.box.numbering = *scheme;
  return place;
}

Result<http::Response> add_place(Services& services, const Call& call) {
  KRES_ASSIGN(auto entered, new_place_in(call.request));
  KRES_ASSIGN(const auto place, workflow::add_place(services.bank.services, std::move(entered),
                                                    call.caller->person.username));
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto tree, workflow::place_tree(*work));
  return http::json_response(201, place_value(place, tree, 0).dump());
}

Result<http::Response> move_place(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto to, required_whole(body, "to", 1, kMostPlaces));
  KRES_ASSIGN(const auto comment, optional_text(body, "comment", laboratory::kLongestBankComment));
  KRES_TRY(workflow::move_place(services.bank.services, place_in(call), {to}, comment,
                                call.caller->person.username));
  return read_place(services, call);
}

Result<http::Response> note_event(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  laboratory::StorageEvent event{.place = place_in(call), .comment = {}, .person = {}};
  KRES_ASSIGN(const auto kind, required_text(body, "kind", kLongestName));
  const auto known = laboratory::storage_event_kind_from(kind);
  if (!known) return bad_input("The kind is no kind of event");
  event.kind = *known;
  KRES_ASSIGN(event.celsius, optional_real(body, "celsius"));
  KRES_ASSIGN(event.minutes, optional_whole(body, "minutes", 0, 1'000'000));
  KRES_ASSIGN(event.comment, optional_text(body, "comment", laboratory::kLongestBankComment));
  KRES_TRY(workflow::note_storage_event(services.bank.services, std::move(event),
                                        call.caller->person.username));
  auto response = read_place(services, call);
  if (response) response->status = 201;
  return response;
}

Endpoint change_of_a_place(std::string_view pattern, std::string_view id, std::string_view summary,
                           std::string_view schema, int status, Handler handler) {
  return {.route = {.method = http::Method::post,
                    .pattern = pattern,
                    .id = id,
                    .tag = "bank",
                    .summary = summary,
                    .request_schema = schema,
                    .response_schema = "StoragePlaceDetail",
                    .status = status},
          .access = staff(),
          .handler = handler};
}

}  // namespace

std::vector<Endpoint> bank_place_endpoints() {
  return {{.route = {.method = http::Method::get,
                     .pattern = "/api/v1/bank/places",
                     .id = "list_storage_places",
                     .tag = "bank",
                     .summary = "Every place of the bank with how many vials stand in it.",
                     .response_schema = "StoragePlaceList"},
           .access = readers(),
           .handler = list_places},
          {.route = {.method = http::Method::post,
                     .pattern = "/api/v1/bank/places",
                     .id = "add_storage_place",
                     .tag = "bank",
                     .summary = "Makes a site, room, freezer, rack, or a box of any geometry.",
                     .request_schema = "NewStoragePlace",
                     .response_schema = "StoragePlace",
                     .status = 201},
           .access = staff(),
           .handler = add_place},
          {.route = {.method = http::Method::get,
                     .pattern = "/api/v1/bank/places/{id}",
                     .id = "read_storage_place",
                     .tag = "bank",
                     .summary = "A place with its events; of a box every position with its vial.",
                     .response_schema = "StoragePlaceDetail"},
           .access = readers(),
           .handler = read_place},
          change_of_a_place("/api/v1/bank/places/{id}/moves", "move_storage_place",
                            "Moves a place with all that stands in it.", "StoragePlaceMove", 200,
                            move_place),
          change_of_a_place("/api/v1/bank/places/{id}/events", "note_storage_event",
                            "Notes what happened to a place: a temperature alarm, a failure.",
                            "NewStorageEvent", 201, note_event)};
}

}  // namespace kres::api
