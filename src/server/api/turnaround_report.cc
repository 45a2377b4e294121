// How long answers take, by month, group and segment.
#include <nlohmann/json.hpp>

#include "laboratory/turnaround_report.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "server/http/query.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;
using laboratory::TurnaroundRow;

constexpr int kMonths = 12;
constexpr int kMostMonths = 120;

Json row_value(const TurnaroundRow& row) {
  return {{"name", row.name},
          {"answers", row.calendar.answers},
          {"mean_days", row.calendar.mean_days},
          {"median_days", row.calendar.median_days},
          {"percentile_90_days", row.calendar.percentile_90_days},
          {"mean_working_days", row.mean_working_days},
          {"within_target", row.calendar.within_target}};
}

Json rows_value(const std::vector<TurnaroundRow>& rows) {
  Json items = Json::array();
  for (const auto& row : rows) items.push_back(row_value(row));
  return items;
}

// The first day of the month that lies so many months back.
Date first_day(Date today, int months) {
  const int month = today.year * 12 + static_cast<int>(today.month) - 1 - months;
  return {month / 12, static_cast<unsigned>(month % 12) + 1, 1};
}

Result<http::Response> report(Services& services, const Call& call) {
  const auto& clock = services.clock();
  const int months = http::integer_parameter(call.request.target, "months", kMonths);
  const auto since = first_day(clock.today(), months - 1);
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto report, services.turnaround.report(*work, clock, since));
  const Json json = {{"since", since.iso()},
                     {"target_days", laboratory::kTurnaroundTargetDays},
                     {"all", row_value(report.all)},
                     {"months", rows_value(report.months)},
                     {"groups", rows_value(report.groups)},
                     {"segments", rows_value(report.segments)}};
  return http::json_response(200, json.dump());
}

}  // namespace

std::vector<Endpoint> turnaround_report_endpoints() {
  return {{.route = {.method = http::Method::get,
                     .pattern = "/api/v1/statistics/turnaround-report",
                     .id = "turnaround_report",
                     .tag = "statistics",
                     .summary = "Days from receipt to the first signed answer, by month, group "
                                "and segment, in calendar and working days.",
                     .response_schema = "TurnaroundReport",
                     .query = {{"months",
                                "integer",
                                "How many months back, the running one among them",
                                {},
                                1,
                                kMostMonths}}},
           .access = inside(),
           .handler = report}};
}

}  // namespace kres::api
