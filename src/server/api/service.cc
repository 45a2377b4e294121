#include "server/api/service.h"

#include <chrono>

#include <fmt/format.h>

#include "base/log.h"
#include "base/text.h"
#include "server/api/caller_services.h"
#include "server/api/schemas.h"
#include "server/api/upload_problem.h"
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
  if (error.message.starts_with("upload.why.")) return upload_problem(error);
  for (const auto* rules : {"people.why.", "tokens.why.", "session.why."})
    if (error.message.starts_with(rules))
      return http::problem(error_kind(error.code).http_status, error.message, error.remedy);
  if (!error.message.starts_with("answer.why.")) return http::problem(error);
  return http::problem(error_kind(error.code).http_status, error.message,
                       "The rules of the laboratory do not allow this step");
}

http::Response unknown_host() {
  return http::problem(421, "error.host", "This server is not known by that name");
}

bool has_csrf_token(const Call& call) {
  const auto given = call.request.header(kCsrfHeader);
  return given && call.caller != nullptr && same_token(*given, call.caller->csrf_token);
}

bool is_from_here(const http::Request& request) {
  return (request.peer == "127.0.0.1" || request.peer == "::1") &&
         !request.header("x-forwarded-for");
}

http::Response refusal_for(Verdict verdict) {
  switch (verdict) {
    case Verdict::unauthenticated:
      return http::problem(401, "error.unauthenticated", "Log in first")
          .with("WWW-Authenticate", "Bearer");
    case Verdict::elsewhere:
      return http::problem(404, "error.not_found", "There is no such address");
    case Verdict::needs_person:
      return http::problem(403, "error.in_person", "A token is not enough for this; log in");
    case Verdict::needs_change:
      return http::problem(403, "error.token_reads", "The token is for reading only");
    default:
      return http::problem(403, "error.forbidden", "Your roles do not include this");
  }
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
  if (!match) return kNoBodyExpected;
  const auto& endpoint = endpoints_[match->route];
  const bool has_body = endpoint.open != nullptr || !endpoint.route.request_schema.empty() ||
                        endpoint.route.request_type != "application/json";
  return has_body ? endpoint.route.body_limit : kNoBodyExpected;
}

bool ApiService::streams(http::Method method, const http::Target& target) const {
  const auto match = router_.find(method, target);
  return match && endpoints_[match->route].open != nullptr;
}

http::Response ApiService::respond(const http::Request& request) {
  const auto began = std::chrono::steady_clock::now();
  const bool api = is_api_target(request.target);
  std::string label = api ? "unknown" : "page";
  http::Response response;
  if (!hosts_.allow(request.header("host").value_or("")))
    response = unknown_host();
  else
    response = api ? respond_from_api(request, label) : page_.respond(request);
  conclude(request, label, began, response);
  return response;
}

void ApiService::conclude(const http::Request& request, std::string_view label,
                          std::chrono::steady_clock::time_point began, http::Response& response) {
  http::add_security_headers(response, is_api_target(request.target), request.secure);
  const auto taken = std::chrono::steady_clock::now() - began;
  services_.metrics.count(http::method_name(request.method), label, response.status, taken);
  log_request(request, label, response, taken);
}

// A request whose body is on its way, with all that its handler refers to.
class ApiService::Receiver : public http::BodyReceiver {
 public:
  Receiver(ApiService& service, const Endpoint& endpoint, http::Request head,
           http::PathParameters path)
      : service_(service), endpoint_(endpoint), head_(std::move(head)), path_(std::move(path)) {}

  // The answer that refuses the request, if it may not send its body.
  std::optional<http::Response> open() {
    auto refusal = try_open();
    if (refusal) service_.conclude(head_, endpoint_.route.pattern, began_, *refusal);
    return refusal;
  }

  bool take(std::string_view piece) override {
    if (auto taken = handler_->take(piece); !taken) failure_ = std::move(taken).error();
    return !failure_;
  }

  http::Response finish() override {
    auto answer = failure_ ? Result<http::Response>(tl::unexpect, *failure_) : handler_->finish();
    auto response = answer ? *std::move(answer) : problem_of(answer.error());
    service_.conclude(head_, endpoint_.route.pattern, began_, response);
    return response;
  }

 private:
  std::optional<http::Response> try_open() {
    if (!service_.hosts_.allow(head_.header("host").value_or(""))) return unknown_host();
    auto caller = service_.caller_of(head_);
    if (!caller) return http::problem(caller.error());
    caller_ = *std::move(caller);
    const Call call{head_, path_, caller_ ? &*caller_ : nullptr};
    if (auto refusal = service_.refusal_of(endpoint_, call)) return refusal;
    services_.emplace(service_.services_, call.caller, http::is_change(head_.method));
    auto handler = endpoint_.open(services_->get(), call);
    if (!handler) return problem_of(handler.error());
    handler_ = *std::move(handler);
    return std::nullopt;
  }

  ApiService& service_;
  const Endpoint& endpoint_;
  const http::Request head_;
  const http::PathParameters path_;
  const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::optional<Caller> caller_;
  std::optional<CallerServices> services_;
  std::unique_ptr<BodyHandler> handler_;
  std::optional<Error> failure_;
};

http::Reception ApiService::receive(http::Request head) {
  auto match = router_.find(head.method, head.target);
  if (!match) return {nullptr, http::problem(404, "error.not_found", "There is no such address")};
  auto receiver = std::make_unique<Receiver>(*this, endpoints_[match->route], std::move(head),
                                             std::move(match->parameters));
  if (auto refusal = receiver->open()) return {nullptr, std::move(refusal)};
  return {std::move(receiver), std::nullopt};
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
  if (auto refusal = refusal_of(endpoint, call)) return *std::move(refusal);
  const CallerServices services(services_, call.caller, http::is_change(call.request.method));
  auto response = endpoint.handler(services.get(), call);
  return response ? *std::move(response) : problem_of(response.error());
}

std::optional<http::Response> ApiService::refusal_of(const Endpoint& endpoint,
                                                     const Call& call) const {
  const bool change = http::is_change(call.request.method);
  const auto verdict = judge(endpoint.access, call.caller,
                             {.changes = change, .from_here = is_from_here(call.request)});
  if (verdict != Verdict::allowed) return refusal_for(verdict);
  const bool by_token = call.caller != nullptr && call.caller->token;
  if (change && !endpoint.route.creates_session && !by_token && !has_csrf_token(call))
    return http::problem(403, "error.csrf", "The change lacks the token of the session");
  if (endpoint.route.conditional && !call.request.header("if-match"))
    return http::problem(428, "error.precondition_required",
                         "This change needs If-Match with the ETag of what it was decided on");
  if (const auto query = http::check_query(endpoint.route, call.request.target); !query)
    return problem_of(query.error());
  return std::nullopt;
}

// A token that is stated counts alone: a wrong one is not helped by a cookie beside it.
Result<std::optional<Caller>> ApiService::caller_of(const http::Request& request) {
  constexpr std::string_view kScheme = "Bearer ";
  if (const auto stated = request.header("authorization")) {
    if (!stated->starts_with(kScheme)) return std::nullopt;
    return services_.authenticator.bearer(std::string(stated->substr(kScheme.size())));
  }
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
