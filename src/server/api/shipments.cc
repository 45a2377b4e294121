// Boxes of tubes and the scans that receive them.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/body.h"
#include "server/api/earlier_json.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "workflow/earlier_isolates.h"
#include "workflow/shipments.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;
using laboratory::Scan;
using laboratory::Shipment;
using laboratory::ShipmentId;

constexpr int kMostShipments = 200;

ShipmentId shipment_of(const Call& call) { return {parse_int(call.path["id"]).value_or(0)}; }

Result<Json> tube_value(laboratory::UnitOfWork& work, laboratory::IsolateId id) {
  KRES_ASSIGN(const auto isolate, work.isolates().find(id));
  if (!isolate) return Json(nullptr);
  return Json{{"accession", isolate->accession},
              {"sender_id", isolate->sender_id},
              {"sample", name_of(isolate->sample)}};
}

// What was found before in the patient; for whoever receives the tube, and nobody outside.
Result<Json> earlier_than(laboratory::UnitOfWork& work, laboratory::IsolateId id) {
  KRES_ASSIGN(const auto isolate, work.isolates().find(id));
  if (!isolate) return Json::array();
  KRES_ASSIGN(const auto referral, work.referrals().find(isolate->referral));
  KRES_ASSIGN(const auto earlier, workflow::earlier_isolates(work, *isolate, *referral));
  return earlier_value(earlier);
}

Result<Json> scan_value(laboratory::UnitOfWork& work, const Scan& scan) {
  Json tube = nullptr, earlier = Json::array();
  if (scan.isolate) {
    KRES_ASSIGN(tube, tube_value(work, scan.isolate));
    KRES_ASSIGN(earlier, earlier_than(work, scan.isolate));
  }
  return Json{{"id", scan.id.value},
              {"code", scan.code},
              {"outcome", name_of(scan.outcome)},
              {"tube", std::move(tube)},
              {"earlier", std::move(earlier)},
              {"person", scan.person},
              {"time", iso_utc(scan.time)},
              {"undone", scan.undone.has_value()}};
}

// A box as the list of boxes shows it.
Json head_of(const Shipment& shipment) {
  return {{"id", shipment.id.value},
          {"laboratory", shipment.laboratory},
          {"box", shipment.box},
          {"dispatched_by", shipment.dispatched_by},
          {"dispatched", iso_utc(shipment.dispatched)},
          {"closed", shipment.closed ? Json(iso_utc(*shipment.closed)) : Json(nullptr)},
          {"tube_count", shipment.tubes.size()}};
}

Result<http::Response> box_response(Services& services, const Call& call, int status,
                                    ShipmentId id) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto shipment, work->shipments().find(id));
  if (!shipment) return fail({ErrorCode::not_found, "There is no such box", {}, 0, {}});
  auto json = head_of(*shipment);
  json["tubes"] = Json::array();
  for (const auto tube : shipment->tubes) {
    KRES_ASSIGN(auto value, tube_value(*work, tube));
    json["tubes"].push_back(std::move(value));
  }
  json["scans"] = Json::array();
  const bool outside = call.caller->person.has(laboratory::Role::referring);
  KRES_ASSIGN(const auto scans, work->shipments().scans_of(id));
  for (const auto& scan : scans) {
    if (outside) break;
    KRES_ASSIGN(auto value, scan_value(*work, scan));
    json["scans"].push_back(std::move(value));
  }
  return http::json_response(status, json.dump());
}

Result<http::Response> list_shipments(Services& services, const Call&) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto shipments, work->shipments().list(kMostShipments));
  Json items = Json::array();
  for (const auto& shipment : shipments) items.push_back(head_of(shipment));
  return http::json_response(200, Json{{"items", std::move(items)}}.dump());
}

Result<http::Response> read_shipment(Services& services, const Call& call) {
  return box_response(services, call, 200, shipment_of(call));
}

Result<std::vector<std::string>> tubes_in(const nlohmann::json& body) {
  const auto list = body.find("tubes");
  if (list == body.end() || !list->is_array()) return bad_input("The field 'tubes' is no list");
  if (list->size() > laboratory::kMostTubes) return bad_input("The box holds too many tubes");
  std::vector<std::string> tubes;
  for (const auto& tube : *list) {
    if (!tube.is_string()) return bad_input("A tube is not a text");
    tubes.push_back(tube.get<std::string>());
  }
  return tubes;
}

Result<http::Response> dispatch(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto box, required_text(body, "box", laboratory::kLongestBoxNumber));
  KRES_ASSIGN(auto laboratory, optional_text(body, "laboratory", 20));
  KRES_ASSIGN(const auto tubes, tubes_in(body));
  const auto& own = call.caller->person.laboratory;
  if (laboratory.empty()) laboratory = own;
  if (!own.empty() && laboratory != own)
    return bad_input("A box is dispatched by the laboratory that packs it");
  KRES_ASSIGN(const auto shipment,
              workflow::dispatch_box(services.intake, laboratory, box, tubes, call.caller->person));
  return box_response(services, call, 201, shipment.id);
}

Result<http::Response> close(Services& services, const Call& call) {
  KRES_ASSIGN(const auto shipment,
              workflow::close_box(services.desk.services, shipment_of(call), call.caller->person));
  return box_response(services, call, 200, shipment.id);
}

Result<http::Response> scan_response(Services& services, int status, const Scan& scan) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto value, scan_value(*work, scan));
  return http::json_response(status, value.dump());
}

Result<http::Response> scan(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto code, required_text(body, "code", laboratory::kLongestCode));
  ShipmentId shipment;
  if (const auto field = body.find("shipment"); field != body.end() && !field->is_null()) {
    if (!field->is_number_integer()) return bad_input("The field 'shipment' is no number");
    shipment.value = field->get<std::int64_t>();
  }
  KRES_ASSIGN(const auto scan,
              workflow::scan_tube(services.desk.services, shipment, code, call.caller->person));
  return scan_response(services, 201, scan);
}

Result<http::Response> undo(Services& services, const Call& call) {
  const laboratory::ScanId id{parse_int(call.path["id"]).value_or(0)};
  KRES_ASSIGN(const auto scan,
              workflow::undo_scan(services.desk.services, id, call.caller->person));
  return scan_response(services, 200, scan);
}

}  // namespace

std::vector<Endpoint> shipment_endpoints() {
  return {{.route = {.method = http::Method::get,
                     .pattern = "/api/v1/shipments",
                     .id = "list_shipments",
                     .tag = "shipments",
                     .summary = "Boxes of tubes, those on their way first.",
                     .response_schema = "ShipmentList"},
           .access = referrers(),
           .handler = list_shipments},
          {.route = {.method = http::Method::get,
                     .pattern = "/api/v1/shipments/{id}",
                     .id = "read_shipment",
                     .tag = "shipments",
                     .summary = "One box with its tubes and the scans made of it.",
                     .response_schema = "Shipment"},
           .access = referrers(),
           .handler = read_shipment},
          {.route = {.method = http::Method::post,
                     .pattern = "/api/v1/shipments",
                     .id = "dispatch_box",
                     .tag = "shipments",
                     .summary = "Announces a box with its tubes; the same again changes nothing.",
                     .request_schema = "NewShipment",
                     .response_schema = "Shipment",
                     .status = 201},
           .access = referrers(),
           .handler = dispatch},
          {.route = {.method = http::Method::post,
                     .pattern = "/api/v1/shipments/{id}/closing",
                     .id = "close_box",
                     .tag = "shipments",
                     .summary = "Ends the unpacking; tubes that were not scanned are missing.",
                     .response_schema = "Shipment"},
           .access = staff(),
           .handler = close},
          {.route = {.method = http::Method::post,
                     .pattern = "/api/v1/scans",
                     .id = "scan_tube",
                     .tag = "shipments",
                     .summary = "Receives the tube whose label was scanned.",
                     .request_schema = "NewScan",
                     .response_schema = "Scan",
                     .status = 201},
           .access = staff(),
           .handler = scan},
          {.route = {.method = http::Method::post,
                     .pattern = "/api/v1/scans/{id}/undoing",
                     .id = "undo_scan",
                     .tag = "shipments",
                     .summary = "Takes a scan back; it stays visible as undone.",
                     .response_schema = "Scan"},
           .access = staff(),
           .handler = undo}};
}

}  // namespace kres::api
