#include "server/http/security_headers.h"

#include <algorithm>

namespace kres::http {

namespace {

// A PDF is shown inside the page by the browser's own viewer, hence object and frame from 'self'.
constexpr const char* kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; object-src 'self' blob:; frame-src 'self' blob:; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
constexpr const char* kApiPolicy = "default-src 'none'; frame-ancestors 'self'";
// The viewer's own styles are part of the document that it shows.
constexpr const char* kPdfPolicy = "frame-ancestors 'self'";

const char* policy(const Response& response, bool is_api) {
  if (response.content_type == "application/pdf") return kPdfPolicy;
  return is_api ? kApiPolicy : kPagePolicy;
}

bool has(const Response& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [&](const Header& header) { return header.name == name; });
}

}  // namespace

void add_security_headers(Response& response, bool is_api, bool secure) {
  response.with("Content-Security-Policy", policy(response, is_api))
      .with("X-Content-Type-Options", "nosniff")
      .with("X-Frame-Options", "SAMEORIGIN")
      .with("Referrer-Policy", "no-referrer")
      .with("Cross-Origin-Opener-Policy", "same-origin")
      .with("Cross-Origin-Resource-Policy", "same-origin")
      .with("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  if (!has(response, "Cache-Control")) response.with("Cache-Control", "no-store");
  if (secure) response.with("Strict-Transport-Security", "max-age=31536000");
}

}  // namespace kres::http
