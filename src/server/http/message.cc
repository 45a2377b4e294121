#include "server/http/message.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kres::http {

namespace {

constexpr std::array<std::pair<Method, std::string_view>, 6> kMethods{{
    {Method::get, "GET"},
    {Method::head, "HEAD"},
    {Method::post, "POST"},
    {Method::put, "PUT"},
    {Method::patch, "PATCH"},
    {Method::del, "DELETE"},
}};

}  // namespace

std::string_view method_name(Method method) {
  for (const auto& [known, name] : kMethods)
    if (known == method) return name;
  return "OTHER";
}

Method parse_method(std::string_view name) {
  for (const auto& [method, known] : kMethods)
    if (known == name) return method;
  return Method::other;
}

bool is_change(Method method) { return method != Method::get && method != Method::head; }

std::optional<std::string_view> Request::header(std::string_view lower_case_name) const {
  for (const auto& header : headers)
    if (header.name == lower_case_name) return header.value;
  return std::nullopt;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
  for (const auto& header : headers) {
    if (header.name != "cookie") continue;
    for (const auto part : split(header.value, ';')) {
      const auto pair = trim(part);
      const auto equals = pair.find('=');
      if (equals != std::string_view::npos && pair.substr(0, equals) == name)
        return pair.substr(equals + 1);
    }
  }
  return std::nullopt;
}

Response& Response::with(std::string name, std::string value) {
  headers.push_back({std::move(name), std::move(value)});
  return *this;
}

Response json_response(int status, std::string body) {
  return {
      .status = status, .content_type = "application/json", .body = std::move(body), .headers = {}};
}

Response text_response(int status, std::string body) {
  return {.status = status,
          .content_type = "text/plain; charset=utf-8",
          .body = std::move(body),
          .headers = {}};
}

Response empty_response(int status) {
  return {.status = status, .content_type = {}, .body = {}, .headers = {}};
}

}  // namespace kres::http
