// How long answers take.
#include <nlohmann/json.hpp>

#include "laboratory/turnaround.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"

namespace kres::api {

namespace {

// Days from receipt to the first signed answer of every answered isolate.
Result<std::vector<int>> days_of_answers(laboratory::UnitOfWork& work) {
  std::vector<int> days;
  laboratory::IsolateFilter filter{.state = laboratory::IsolateState::answered,
                                   .overdue_on = {},
                                   .text = {},
                                   .cursor = {},
                                   .limit = 500};
  do {
    KRES_ASSIGN(const auto page, work.isolates().list(filter));
    for (const auto& isolate : page.isolates)
      if (isolate.answered) days.push_back(days_between(isolate.received, *isolate.answered));
    filter.cursor = page.next_cursor;
  } while (!filter.cursor.empty());
  return days;
}

Result<http::Response> turnaround(Services& services, const Call&) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto counts, work->isolates().counts(services.clock().today()));
  KRES_ASSIGN(auto days, days_of_answers(*work));
  const auto statistics = laboratory::turnaround_statistics(std::move(days));
  const nlohmann::ordered_json json = {{"target_days", laboratory::kTurnaroundTargetDays},
                                       {"answers", statistics.answers},
                                       {"mean_days", statistics.mean_days},
                                       {"median_days", statistics.median_days},
                                       {"percentile_90_days", statistics.percentile_90_days},
                                       {"within_target", statistics.within_target},
                                       {"overdue_now", counts.overdue}};
  return http::json_response(200, json.dump());
}

}  // namespace

std::vector<Endpoint> statistics_endpoints() {
  return {{.route = {.method = http::Method::get,
                     .pattern = "/api/v1/statistics/turnaround",
                     .id = "turnaround",
                     .tag = "statistics",
                     .summary = "Calendar days from receipt to the first signed answer.",
                     .response_schema = "TurnaroundStatistics"},
           .access = inside(),
           .handler = turnaround}};
}

}  // namespace kres::api
