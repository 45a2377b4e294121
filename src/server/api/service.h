// The program's HTTP service: the API and, beside it, the web page.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/api/endpoint.h"
#include "server/api/host_names.h"
#include "server/api/services.h"
#include "server/http/service.h"
#include "server/http/static_files.h"

namespace kres::api {

inline constexpr std::string_view kSessionCookie = "kres_session";
inline constexpr std::string_view kCsrfHeader = "x-csrf-token";

class ApiService : public http::Service {
 public:
  ApiService(Services services, std::vector<Endpoint> endpoints, http::StaticFiles page,
             HostNames hosts);

  std::size_t body_limit(http::Method method, const http::Target& target) const override;

  // Deny by default: an endpoint is reached only with a session whose person has one of its roles,
  // a change only with the session's CSRF token and, where the route says so, with If-Match.
  http::Response respond(const http::Request& request) override;
  bool streams(http::Method method, const http::Target& target) const override;
  http::Reception receive(http::Request head) override;

 private:
  class Receiver;
  http::Response respond_from_api(const http::Request& request, std::string& route_label);
  http::Response run(const Endpoint& endpoint, const Call& call);
  // Why the call may not go on, if it may not.
  std::optional<http::Response> refusal_of(const Endpoint& endpoint, const Call& call) const;
  // Adds what every answer carries; counts and logs it.
  void conclude(const http::Request& request, std::string_view label,
                std::chrono::steady_clock::time_point began, http::Response& response);
  Result<std::optional<Caller>> caller_of(const http::Request& request);

  Services services_;
  const std::vector<Endpoint> endpoints_;
  const http::Router router_;
  const http::StaticFiles page_;
  const HostNames hosts_;
};

// The OpenAPI document of these endpoints. Errors (internal): a schema is missing.
Result<std::string> openapi_document(const std::vector<Endpoint>& endpoints,
                                     std::string_view version);

}  // namespace kres::api
