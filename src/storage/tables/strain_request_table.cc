#include "storage/tables/strain_request_table.h"

#include <fmt/format.h>

#include "laboratory/bank/strain_number.h"
#include "storage/tables/bank_counter.h"
#include "storage/tables/columns.h"
#include "storage/tables/vial_table.h"

namespace kres::storage {

using laboratory::RequestState;
using laboratory::RequestStep;
using laboratory::StrainRequest;
using laboratory::StrainRequestId;
using laboratory::Vial;
using laboratory::VialId;

namespace {

constexpr std::string_view kSelect =
    "select id, number, institution, person, contact, purpose, containment, nagoya, state, "
    "agreement, entered_by, entered, revision from strain_request ";

StrainRequest request_of(const Row& row) {
  return {.id = {row.integer(0)},
          .number = row.text(1),
          .institution = row.text(2),
          .person = row.text(3),
          .contact = row.text(4),
          .purpose = row.text(5),
          .containment = row.small(6),
          .nagoya = row.text(7),
          .strains = {},
          .state = laboratory::request_state_from(row.text(8)).value_or(RequestState::withdrawn),
          .agreement = {row.integer(9)},
          .entered_by = row.text(10),
          .entered = row.instant(11),
          .revision = row.integer(12)};
}

RequestStep step_of(const Row& row) {
  return {.state = laboratory::request_state_from(row.text(0)).value_or(RequestState::asked),
          .comment = row.text(1),
          .person = row.text(2),
          .at = row.instant(3)};
}

}  // namespace

Result<StrainRequest> StrainRequestTable::add(StrainRequest request) {
  KRES_ASSIGN(const auto number, next_bank_number(session_, "request"));
  request.number = laboratory::make_request_number(number);
  KRES_ASSIGN(const auto rows,
              session_.query("insert into strain_request (number, institution, person, contact, "
                             "purpose, containment, nagoya, state, agreement, entered_by, entered, "
                             "revision) values (:number, :institution, :person, :contact, "
                             ":purpose, :containment, :nagoya, :state, null, :entered_by, "
                             ":entered, 1) returning id",
                             {{"number", request.number},
                              {"institution", request.institution},
                              {"person", request.person},
                              {"contact", request.contact},
                              {"purpose", request.purpose},
                              {"containment", request.containment},
                              {"nagoya", request.nagoya},
                              {"state", name_of(request.state)},
                              {"entered_by", request.entered_by},
                              {"entered", request.entered}}));
  request.id = {rows.front().integer(0)};
  for (const auto& line : request.strains)
    KRES_TRY(session_.execute(
        "insert into strain_request_line (request, strain, vials) values (:request, :strain, "
        ":vials)",
        {{"request", request.id.value}, {"strain", line.strain.value}, {"vials", line.vials}}));
  return request;
}

Result<StrainRequest> StrainRequestTable::update(StrainRequest request) {
  KRES_ASSIGN(const auto changed,
              session_.execute("update strain_request set state = :state, agreement = :agreement, "
                               "revision = revision + 1 where id = :id and revision = :revision",
                               {{"state", name_of(request.state)},
                                reference("agreement", request.agreement),
                                {"id", request.id.value},
                                {"revision", request.revision}}));
  if (changed != 1)
    return fail(
        {.code = ErrorCode::conflict,
         .message = fmt::format("Request {} was changed by someone else just now", request.number),
         .file = {},
         .remedy = "look at it again"});
  ++request.revision;
  return request;
}

Result<std::vector<StrainRequest>> StrainRequestTable::with_lines(
    std::vector<StrainRequest> requests) {
  for (auto& request : requests) {
    KRES_ASSIGN(const auto rows,
                session_.query("select strain.id, strain.number, strain_request_line.vials from "
                               "strain_request_line join strain on strain.id = "
                               "strain_request_line.strain where request = :request order by "
                               "strain.number",
                               {{"request", request.id.value}}));
    for (const auto& row : rows)
      request.strains.push_back({{row.integer(0)}, row.text(1), row.small(2)});
  }
  return requests;
}

Result<std::optional<StrainRequest>> StrainRequestTable::find(const std::string& number) {
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "where number = :number",
                                              {{"number", number}}));
  KRES_ASSIGN(auto found, with_lines(every<StrainRequest>(rows, request_of)));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<std::vector<StrainRequest>> StrainRequestTable::recent(int limit) {
  KRES_ASSIGN(const auto rows,
              session_.query(fmt::format("{}order by id desc limit {}", kSelect, limit)));
  return with_lines(every<StrainRequest>(rows, request_of));
}

Result<void> StrainRequestTable::add_step(StrainRequestId request, const RequestStep& step) {
  KRES_TRY(session_.execute(
      "insert into strain_request_step (request, state, comment, person, at) values (:request, "
      ":state, :comment, :person, :at)",
      {{"request", request.value},
       {"state", name_of(step.state)},
       {"comment", step.comment},
       {"person", step.person},
       {"at", step.at}}));
  return {};
}

Result<std::vector<RequestStep>> StrainRequestTable::steps_of(StrainRequestId request) {
  KRES_ASSIGN(const auto rows,
              session_.query("select state, comment, person, at from strain_request_step where "
                             "request = :request order by id",
                             {{"request", request.value}}));
  return every<RequestStep>(rows, step_of);
}

Result<void> StrainRequestTable::pick(StrainRequestId request, VialId vial) {
  KRES_TRY(
      session_.execute("insert into strain_request_vial (request, vial) values (:request, :vial)",
                       {{"request", request.value}, {"vial", vial.value}}));
  return {};
}

Result<std::map<VialId, std::string>> StrainRequestTable::waiting_vials(
    laboratory::StrainId strain) {
  KRES_ASSIGN(const auto rows,
              session_.query("select vial.id, strain_request.number from strain_request join "
                             "strain_request_vial on strain_request_vial.request = "
                             "strain_request.id join vial on vial.id = strain_request_vial.vial "
                             "join lot on lot.id = vial.lot where strain_request.state = 'picked' "
                             "and lot.strain = :strain",
                             {{"strain", strain.value}}));
  std::map<VialId, std::string> waiting;
  for (const auto& row : rows) waiting.emplace(VialId{row.integer(0)}, row.text(1));
  return waiting;
}

Result<std::vector<Vial>> StrainRequestTable::picked_for(StrainRequestId request) {
  KRES_ASSIGN(const auto rows,
              session_.query("select vial.code from strain_request_vial join vial on vial.id = "
                             "strain_request_vial.vial where request = :request order by vial.code",
                             {{"request", request.value}}));
  VialTable vials(session_);
  std::vector<Vial> picked;
  for (const auto& row : rows) {
    KRES_ASSIGN(const auto vial, vials.find(row.text(0)));
    picked.push_back(*vial);
  }
  return picked;
}

}  // namespace kres::storage
