// Background work: what waits, what runs, what failed and why.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/endpoint.h"
#include "server/api/job_json.h"
#include "server/api/services.h"
#include "workflow/run_jobs.h"

namespace kres::api {

namespace {

constexpr int kJobsShown = 100;

Result<http::Response> list_jobs(Services& services, const Call&) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto jobs, work->jobs().recent(kJobsShown));
  auto items = nlohmann::ordered_json::array();
  for (const auto& job : jobs) items.push_back(job_value(job));
  return http::json_response(200, nlohmann::ordered_json{{"items", items}}.dump());
}

Result<http::Response> read_job(Services& services, const Call& call) {
  const laboratory::JobId id{parse_int(call.path["id"]).value_or(0)};
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto job, work->jobs().find(id));
  if (!job) return fail({ErrorCode::not_found, "There is no such job", {}, 0, {}});
  return http::json_response(200, job_value(*job).dump());
}

Result<http::Response> cancel_job(Services& services, const Call& call) {
  const laboratory::JobId id{parse_int(call.path["id"]).value_or(0)};
  KRES_ASSIGN(const auto job,
              workflow::cancel_job(services.desk.services, id, call.caller->person.username));
  return http::json_response(200, job_value(job).dump());
}

Result<http::Response> queue_job_again(Services& services, const Call& call) {
  const laboratory::JobId id{parse_int(call.path["id"]).value_or(0)};
  KRES_ASSIGN(const auto job,
              workflow::queue_again(services.desk.services, id, call.caller->person.username));
  services.job_added();
  return http::json_response(202, job_value(job).dump());
}

}  // namespace

nlohmann::ordered_json job_value(const laboratory::Job& job) {
  using Json = nlohmann::ordered_json;
  return {{"id", job.id.value},
          {"kind", job.kind},
          {"accession", job.accession},
          {"requested_by", job.requested_by},
          {"state", name_of(job.state)},
          {"stage", job.progress.stage},
          {"progress", job.progress.percent},
          {"cancelled_by", job.cancelled_by},
          {"failures", job.failures},
          {"message", job.message},
          {"created", iso_utc(job.created)},
          {"finished", job.finished ? Json(iso_utc(*job.finished)) : Json(nullptr)}};
}

std::vector<Endpoint> job_endpoints() {
  return {{.route = {.method = http::Method::get,
                     .pattern = "/api/v1/jobs",
                     .id = "list_jobs",
                     .tag = "jobs",
                     .summary = "Background work: open jobs first, then the newest.",
                     .response_schema = "JobList"},
           .access = inside(),
           .handler = list_jobs},
          {.route = {.method = http::Method::get,
                     .pattern = "/api/v1/jobs/{id}",
                     .id = "read_job",
                     .tag = "jobs",
                     .summary = "One job.",
                     .response_schema = "Job"},
           .access = inside(),
           .handler = read_job},
          {.route = {.method = http::Method::post,
                     .pattern = "/api/v1/jobs/{id}/cancellation",
                     .id = "cancel_job",
                     .tag = "jobs",
                     .summary = "Asks for the end of a job; one that runs ends a little later.",
                     .response_schema = "Job"},
           .access = sequencers(),
           .handler = cancel_job},
          {.route = {.method = http::Method::post,
                     .pattern = "/api/v1/jobs/{id}/repetition",
                     .id = "queue_job_again",
                     .tag = "jobs",
                     .summary = "Queues the work of a job that was given up once more.",
                     .response_schema = "Job",
                     .status = 202},
           .access = sequencers(),
           .handler = queue_job_again}};
}

}  // namespace kres::api
