// Referrals as laboratories send them: one by a form or a program, many as a sheet.
#include <nlohmann/json.hpp>

#include "exchange/referral_sheet.h"
#include "server/api/body.h"
#include "server/api/endpoint.h"
#include "server/api/referral_report.h"
#include "server/api/services.h"
#include "server/http/query.h"
#include "workflow/receive.h"

namespace kres::api {

namespace {

using workflow::Mode;

constexpr std::size_t kLargestSheet = std::size_t{16} << 20;  // bytes
constexpr std::size_t kLongestField = 2000;                   // bytes

Result<exchange::ReferralRules> rules_for(Services& services, const Call& call) {
  exchange::ReferralRules rules{.laboratories = {}, .today = services.clock().today()};
  rules.sender = call.caller->person.laboratory;
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto laboratories, work->laboratories().all());
  for (const auto& laboratory : laboratories) rules.laboratories.insert(laboratory.code);
  return rules;
}

// With an error anywhere nothing is stored, and the rows are compared with the registry all the
// same.
Result<http::Response> take(Services& services, const Call& call,
                            const exchange::ReferralBatch& batch) {
  const bool dry = http::text_parameter(call.request.target, "dry_run", "false") == "true";
  const auto mode = dry || batch.has_errors() ? Mode::dry_run : Mode::store;
  KRES_ASSIGN(const auto received,
              workflow::receive(services.intake, batch, call.caller->person.username, mode));
  if (mode == Mode::store) services.job_added();
  return http::json_response(200, referral_report(batch, received, mode).dump());
}

Result<exchange::ReferralFields> fields_in(const http::Request& request) {
  KRES_ASSIGN(const auto body, read_object(request));
  exchange::ReferralFields fields;
  for (const auto& [name, value] : body.items()) {
    if (value.is_number_integer()) {
      fields.emplace_back(name, std::to_string(value.get<std::int64_t>()));
      continue;
    }
    KRES_ASSIGN(auto text, optional_text(body, name, kLongestField));
    fields.emplace_back(name, std::move(text));
  }
  return fields;
}

Result<http::Response> register_referral(Services& services, const Call& call) {
  KRES_ASSIGN(const auto fields, fields_in(call.request));
  KRES_ASSIGN(const auto rules, rules_for(services, call));
  return take(services, call, exchange::read_referral_fields(fields, rules));
}

Result<http::Response> register_sheet(Services& services, const Call& call) {
  KRES_ASSIGN(const auto rules, rules_for(services, call));
  return take(services, call, exchange::read_referral_sheet(call.request.body, "sheet", rules));
}

}  // namespace

std::vector<Endpoint> referral_endpoints() {
  const http::QueryParameter dry_run{
      "dry_run", "string", "true: check and compare, store nothing", {"true", "false"}};
  return {{.route = {.method = http::Method::post,
                     .pattern = "/api/v1/referrals",
                     .id = "register_referral",
                     .tag = "referrals",
                     .summary = "Registers one referral. The sender's identifier makes it "
                                "idempotent: the same again changes nothing, another value is "
                                "reported and not stored, an empty one erases nothing.",
                     .request_schema = "NewReferral",
                     .response_schema = "ReferralReport",
                     .query = {dry_run}},
           .access = referrers(),
           .handler = register_referral},
          {.route = {.method = http::Method::post,
                     .pattern = "/api/v1/referral-sheets",
                     .id = "register_sheet",
                     .tag = "referrals",
                     .summary = "Registers a sheet of referrals (.xlsx or CSV), all of it or, "
                                "with an error in any row, nothing.",
                     .request_type = "application/octet-stream",
                     .response_schema = "ReferralReport",
                     .query = {dry_run},
                     .body_limit = kLargestSheet},
           .access = referrers(),
           .handler = register_sheet}};
}

}  // namespace kres::api
