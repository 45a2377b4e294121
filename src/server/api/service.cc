#include "server/api/service.h"

#include <chrono>

#include <fmt/format.h>

#include "base/log.h"
#include "base/text.h"
#include "server/api/schemas.h"
#include "server/auth/token.h"
#include "server/http/openapi.h"
#include "server/http/problem.h"
#include "server/http/query.h"
#include "server/http/security_headers.h"

namespace kres::api {

namespace {

bool is_api_target(const http::Target& target) {
  if (target.segments.empty()) return false;
  const auto& first = target.segments.front();
  return first == "api" || first == "healthz" || first == "metrics";
}

std::string method_list(const std::vector<http::Method>& methods) {
  std::vector<std::string> names;
  for (const auto method : methods) names.emplace_back(http::method_name(method));
  return join(names, ", ");
}

// A refusal of the domain carries the key of a text as its message ("answer.why.same_person").
http::Response problem_of(const Error& error) {
  if (!error.message.starts_with("answer.why.")) return http::problem(error);
  return http::problem(error_kind(error.code).http_status, error.message,
                       "The rules of the laboratory do not allow this step");
}

bool has_csrf_token(const Call& call) {
  const auto given = call.request.header(kCsrfHeader);
  return given && call.caller != nullptr && same_token(*given, call.caller->csrf_token);
}

// One line per request. The route's pattern stands for the path: neither accession nor search text
// is logged.
void log_request(const http::Request& request, std::string_view label,
                 const http::Response& response, std::chrono::nanoseconds taken) {
  log(response.status >= 500 ? LogLevel::error : LogLevel::info,
      fmt::format("{} {} {} {} bytes {:.1f} ms", http::method_name(request.method), label,
                  response.status, response.body.size(),
                  std::chrono::duration<double, std::milli>(taken).count()));
}

}  // namespace

ApiService::ApiService(Services services, std::vector<Endpoint> endpoints, http::StaticFiles page,
                       HostNames hosts)
    : services_(std::move(services)),
      endpoints_(std::move(endpoints)),
      router_(routes_of(endpoints_)),
      page_(std::move(page)),
      hosts_(std::move(hosts)) {}

std::size_t ApiService::body_limit(http::Method method, const http::Target& target) const {
  constexpr std::size_t kNoBodyExpected = 1024;
  const auto match = router_.find(method, target);
  if (!match || endpoints_[match->route].route.request_schema.empty()) return kNoBodyExpected;
  return endpoints_[match->route].route.body_limit;
}

http::Response ApiService::respond(const http::Request& request) {
  const auto began = std::chrono::steady_clock::now();
  const bool api = is_api_target(request.target);
  std::string label = api ? "unknown" : "page";
  http::Response response;
  if (!hosts_.allow(request.header("host").value_or("")))
    response = http::problem(421, "error.host", "This server is not known by that name");
  else
    response = api ? respond_from_api(request, label) : page_.respond(request);
  http::add_security_headers(response, api, request.secure);
  const auto taken = std::chrono::steady_clock::now() - began;
  services_.metrics.count(http::method_name(request.method), label, response.status, taken);
  log_request(request, label, response, taken);
  return response;
}

http::Response ApiService::respond_from_api(const http::Request& request,
                                            std::string& route_label) {
  const auto match = router_.find(request.method, request.target);
  if (!match) {
    const auto allowed = router_.allowed(request.target);
    if (allowed.empty()) return http::problem(404, "error.not_found", "There is no such address");
    return http::problem(405, "error.method", "This address does not know that method")
        .with("Allow", method_list(allowed));
  }
  const auto& endpoint = endpoints_[match->route];
  route_label = endpoint.route.pattern;
  const auto caller = caller_of(request);
  if (!caller) return http::problem(caller.error());
  return run(endpoint, {request, match->parameters, *caller ? &**caller : nullptr});
}

http::Response ApiService::run(const Endpoint& endpoint, const Call& call) {
  const auto verdict = judge(endpoint.access, call.caller);
  if (verdict == Verdict::unauthenticated)
    return http::problem(401, "error.unauthenticated", "Log in first");
  if (verdict == Verdict::forbidden)
    return http::problem(403, "error.forbidden", "Your roles do not include this");
  const bool change = http::is_change(call.request.method);
  if (change && !endpoint.route.creates_session && !has_csrf_token(call))
    return http::problem(403, "error.csrf", "The change lacks the token of the session");
  if (endpoint.route.conditional && !call.request.header("if-match"))
    return http::problem(428, "error.precondition_required",
                         "This change needs If-Match with the ETag of what it was decided on");
  if (const auto query = http::check_query(endpoint.route, call.request.target); !query)
    return problem_of(query.error());
  auto response = endpoint.handler(services_, call);
  return response ? *std::move(response) : problem_of(response.error());
}

Result<std::optional<Caller>> ApiService::caller_of(const http::Request& request) {
  const auto token = request.cookie(kSessionCookie);
  if (!token || token->empty()) return std::nullopt;
  return services_.authenticator.who(std::string(*token));
}

Result<std::string> openapi_document(const std::vector<Endpoint>& endpoints,
                                     std::string_view version) {
  return http::write_openapi(
      {.title = "kres",
       .version = version,
       .description = "The registry of a reference laboratory for antimicrobial resistance.",
       .session_cookie = kSessionCookie},
      routes_of(endpoints), schema_files());
}

}  // namespace kres::api
