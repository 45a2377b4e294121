// Genome analyses of an isolate: run again.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "server/api/endpoint.h"
#include "server/api/isolate_summary.h"
#include "server/api/job_json.h"
#include "server/api/services.h"
#include "server/http/etag.h"
#include "workflow/isolate_status.h"
#include "workflow/run_jobs.h"

namespace kres::api {

namespace {

Result<http::Response> analyse_again(Services& services, const Call& call) {
  {
    KRES_ASSIGN(const auto work, services.registry().read());
    KRES_ASSIGN(const auto isolate, workflow::isolate_named(*work, call.path["accession"]));
    if (auto stale = http::check_if_match(call.request, etag_of(isolate))) return *std::move(stale);
  }
  KRES_ASSIGN(const auto job,
              workflow::request_analysis(services.desk.services, call.path["accession"],
                                         call.caller->person.username));
  services.job_added();
  return http::json_response(202, job_value(job).dump())
      .with("Location", fmt::format("/api/v1/jobs/{}", job.id.value));
}

}  // namespace

std::vector<Endpoint> analysis_endpoints() {
  return {{.route = {.method = http::Method::post,
                     .pattern = "/api/v1/isolates/{accession}/analyses",
                     .id = "analyse_again",
                     .tag = "isolates",
                     .summary =
                         "Analyses the genome again, or explains the results while no genome has "
                         "come; gives the job that does it.",
                     .response_schema = "Job",
                     .status = 202,
                     .conditional = true},
           .access = sequencers(),
           .handler = analyse_again}};
}

}  // namespace kres::api
