#include "server/http/problem.h"

#include <array>

#include <nlohmann/json.hpp>

#include "base/log.h"

namespace kres::http {

namespace {

constexpr std::array<std::pair<int, std::string_view>, 23> kTitles{{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {507, "Insufficient Storage"},
}};

}  // namespace

std::string_view status_title(int status) {
  for (const auto& [known, title] : kTitles)
    if (known == status) return title;
  return "Error";
}

Response problem(int status, std::string_view key, std::string_view detail) {
  const nlohmann::ordered_json json = {{"type", "urn:kres:" + std::string(key)},
                                       {"title", status_title(status)},
                                       {"status", status},
                                       {"detail", detail},
                                       {"key", key}};
  return {.status = status,
          .content_type = "application/problem+json",
          .body = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
          .headers = {}};
}

Response problem(const Error& error) {
  const auto& kind = error_kind(error.code);
  if (kind.http_status < 500) return problem(kind.http_status, kind.key, error.message);
  log(LogLevel::error, error.text());
  return problem(kind.http_status, kind.key, "The server could not do this; its log says why");
}

}  // namespace kres::http
