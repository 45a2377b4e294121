// How long answers take.
#include <nlohmann/json.hpp>

#include "laboratory/turnaround.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"

namespace kres::api {

namespace {

// Days from receipt to the first signed answer of every answered isolate.
Result<std::vector<int>> days_of_answers(laboratory::UnitOfWork& work) {
  KRES_ASSIGN(const auto counts, work.isolates().days_to_answer());
  std::vector<int> days;
  for (const auto& [day, answers] : counts)
    days.insert(days.end(), static_cast<std::size_t>(answers), day);
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
