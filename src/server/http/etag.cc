#include "server/http/etag.h"

#include "base/digest.h"
#include "base/text.h"
#include "server/http/problem.h"

namespace kres::http {

std::string make_etag(std::string_view content) {
  return '"' + sha256_hex(content).substr(0, 32) + '"';
}

bool names_tag(std::string_view list, std::string_view etag, bool weakly) {
  if (trim(list) == "*") return true;
  for (const auto part : split(list, ',')) {
    auto tag = trim(part);
    if (weakly && tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag == etag) return true;
  }
  return false;
}

std::optional<Response> check_if_match(const Request& request, std::string_view current_etag) {
  const auto condition = request.header("if-match");
  if (!condition)
    return problem(428, "error.precondition_required",
                   "This change needs If-Match with the ETag of what it was decided on");
  if (!names_tag(*condition, current_etag, false))
    return problem(412, "error.stale", "It has been changed since it was read; read it again");
  return std::nullopt;
}

Response with_etag(const Request& request, Response response, const std::string& etag) {
  const auto condition = request.header("if-none-match");
  if (condition && !is_change(request.method) && response.status == 200 &&
      names_tag(*condition, etag, true)) {
    response.status = 304;
    response.body.clear();
    response.content_type.clear();
  }
  response.with("ETag", etag);
  return response;
}

}  // namespace kres::http
