// For those who run the server: is it alive, its figures, the description of its interface.
#include "server/api/endpoint.h"
#include "server/api/services.h"

namespace kres::api {

namespace {

constexpr int kJobsCounted = 500;

// Alive means that the registry answers.
Result<http::Response> health(Services& services, const Call&) {
  KRES_TRY(services.registry().read());
  return http::text_response(200, "ok\n");
}

Result<http::Response> metrics(Services& services, const Call&) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto jobs, work->jobs().recent(kJobsCounted));
  KRES_ASSIGN(const auto counts, work->isolates().counts(services.clock().today()));
  int waiting = 0;
  int running = 0;
  for (const auto& job : jobs) {
    waiting += job.state == laboratory::JobState::queued ? 1 : 0;
    running += job.state == laboratory::JobState::running ? 1 : 0;
  }
  auto text = services.metrics.text();
  text += http::gauge_text("kres_jobs_waiting", "Jobs that wait for a runner.", waiting);
  text += http::gauge_text("kres_jobs_running", "Jobs under a lease.", running);
  text += http::gauge_text("kres_isolates_overdue", "Isolates past their due date.",
                           static_cast<double>(counts.overdue));
  auto response = http::text_response(200, std::move(text));
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

Result<http::Response> openapi(Services& services, const Call&) {
  return http::json_response(200, services.openapi);
}

}  // namespace

std::vector<Endpoint> operation_endpoints() {
  return {
      {.route = {.method = http::Method::get,
                 .pattern = "/healthz",
                 .id = "health",
                 .tag = "operation",
                 .summary = "Says ok when the server and its registry answer.",
                 .response_type = "text/plain"},
       .access = open_to_anyone(),
       .handler = health},
      {.route = {.method = http::Method::get,
                 .pattern = "/metrics",
                 .id = "metrics",
                 .tag = "operation",
                 .summary = "Counts and times for Prometheus; no name and no accession.",
                 .response_type = "text/plain"},
       .access = from_here(),
       .handler = metrics},
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/openapi.json",
                 .id = "openapi",
                 .tag = "operation",
                 .summary = "This document.",
                 .response_schema = "OpenApiDocument"},
       .access = open_to_anyone(),
       .handler = openapi},
  };
}

}  // namespace kres::api
