#include "server/api/qc_body.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "server/api/body.h"

namespace kres::api {

using laboratory::QcResultRecord;
using susceptibility::TypedQc;

namespace {

constexpr std::size_t kMostRows = 200;

Result<TypedQc> typed_qc(const nlohmann::json& object) {
  if (!object.is_object()) return bad_input("A result is not a JSON object");
  TypedQc typed;
  KRES_ASSIGN(typed.strain, required_text(object, "strain", 40));
  KRES_ASSIGN(typed.row.agent, required_text(object, "agent", 80));
  KRES_ASSIGN(typed.row.method, required_text(object, "method", 40));
  KRES_ASSIGN(typed.row.value, required_text(object, "value", 24));
  KRES_ASSIGN(typed.row.date, required_text(object, "day", 10));
  KRES_ASSIGN(typed.row.sign, optional_text(object, "sign", 4));
  KRES_ASSIGN(typed.row.unit, optional_text(object, "unit", 12));
  KRES_ASSIGN(typed.row.system, optional_text(object, "system", 80));
  KRES_ASSIGN(typed.disk_ug, optional_text(object, "disk_ug", 20));
  KRES_ASSIGN(typed.lot, optional_text(object, "lot", laboratory::kLongestQcText));
  KRES_ASSIGN(typed.medium, optional_text(object, "medium", laboratory::kLongestQcText));
  return typed;
}

Result<bool> flag_in(const nlohmann::json& object, const char* name) {
  const auto field = object.find(name);
  if (field == object.end() || field->is_null()) return false;
  if (!field->is_boolean())
    return bad_input(fmt::format("The field '{}' is neither true nor false", name));
  return field->get<bool>();
}

Result<std::vector<laboratory::QcResultId>> seen_in(const nlohmann::json& body) {
  const auto list = body.find("results");
  if (list == body.end() || !list->is_array() || list->size() > kMostRows)
    return bad_input("The field 'results' is no list of the results that were seen");
  std::vector<laboratory::QcResultId> seen;
  for (const auto& number : *list) {
    if (!number.is_number_integer()) return bad_input("A result is not named by its number");
    seen.push_back({number.get<std::int64_t>()});
  }
  return seen;
}

}  // namespace

Result<std::vector<TypedQc>> typed_qc_rows(const http::Request& request) {
  KRES_ASSIGN(const auto body, read_object(request));
  const auto field = body.find("results");
  if (field == body.end() || !field->is_array() || field->empty())
    return bad_input("The field 'results' is no list with something in it");
  if (field->size() > kMostRows)
    return bad_input(fmt::format("More than {} results at once", kMostRows));
  std::vector<TypedQc> rows;
  for (const auto& object : *field) {
    KRES_ASSIGN(auto row, typed_qc(object));
    rows.push_back(std::move(row));
  }
  return rows;
}

QcResultRecord qc_record_of(const susceptibility::QcResult& result) {
  const auto& m = result.measurement;
  return {.day = *m.date,
          .strain = result.strain,
          .agent = m.agent,
          .method = std::string(name_of(m.method)),
          .system = m.system,
          .sign = std::string(name_of(m.sign)),
          .value = m.value,
          .unit = std::string(name_of(m.unit)),
          .disk_ug = m.disk_ug,
          .lot = result.lot,
          .medium = result.medium};
}

Result<QcResultRecord> stored_qc_result(const Services& services, laboratory::QcResultId id) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto found, work->qc_results().find(id));
  if (found) return *found;
  return fail({.code = ErrorCode::not_found,
               .message = fmt::format("There is no result {} of quality control", id.value),
               .file = {},
               .remedy = {}});
}

Result<workflow::QcCorrection> qc_correction_in(const Services& services,
                                                const http::Request& request,
                                                const QcResultRecord& replaced) {
  KRES_ASSIGN(const auto body, read_object(request));
  workflow::QcCorrection correction{.replaces = replaced.id,
                                    .measured = {},
                                    .lot = replaced.lot,
                                    .medium = replaced.medium,
                                    .reason = {}};
  KRES_ASSIGN(correction.reason, required_text(body, "reason", laboratory::kLongestQcText));
  KRES_ASSIGN(const bool withdraw, flag_in(body, "withdraw"));
  if (withdraw) return correction;
  TypedQc typed{.strain = replaced.strain, .row = {}, .disk_ug = replaced.disk_ug};
  typed.row.agent = replaced.agent;
  typed.row.method = replaced.method;
  typed.row.system = replaced.system;
  typed.row.unit = replaced.unit;
  typed.row.date = replaced.day.iso();
  KRES_ASSIGN(typed.row.value, required_text(body, "value", 24));
  KRES_ASSIGN(typed.row.sign, optional_text(body, "sign", 4));
  const auto read = read_qc_entry(typed, services.standards.in_force().control.ranges,
                                  services.agents, services.clock().today());
  if (!read) return bad_input(fmt::format("{}: {}", typed.row.value, read.error()));
  correction.measured = read->result.measurement;
  if (body.contains("lot")) {
    KRES_ASSIGN(correction.lot, optional_text(body, "lot", laboratory::kLongestQcText));
  }
  if (body.contains("medium")) {
    KRES_ASSIGN(correction.medium, optional_text(body, "medium", laboratory::kLongestQcText));
  }
  return correction;
}

Result<workflow::QcVerdict> qc_verdict_in(const http::Request& request) {
  KRES_ASSIGN(const auto body, read_object(request));
  workflow::QcVerdict verdict;
  KRES_ASSIGN(const auto day, required_text(body, "day", 10));
  const auto parsed = Date::parse(day);
  if (!parsed) return bad_input("The field 'day' is no day, such as 2026-11-21");
  verdict.of.day = *parsed;
  KRES_ASSIGN(verdict.of.agent, required_text(body, "agent", 80));
  KRES_ASSIGN(verdict.of.method, required_text(body, "method", 40));
  KRES_ASSIGN(verdict.of.disk_ug, optional_text(body, "disk_ug", 20));
  KRES_ASSIGN(const auto decision, required_text(body, "decision", 10));
  if (decision != "accept" && decision != "reject")
    return bad_input("The decision is neither 'accept' nor 'reject'");
  verdict.accepted = decision == "accept";
  KRES_ASSIGN(verdict.seen, seen_in(body));
  KRES_ASSIGN(verdict.reason, required_text(body, "reason", laboratory::kLongestQcText));
  return verdict;
}

}  // namespace kres::api
