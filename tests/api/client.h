// A small HTTP client for tests: one request a connection, cookies and CSRF token kept.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace kres::testing {

struct Answer {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case; the last of each
  std::string body;

  nlohmann::json json() const { return nlohmann::json::parse(body, nullptr, false); }
  std::string key() const;  // of a problem
  std::string header(const std::string& lower_case_name) const;
};

class Client {
 public:
  explicit Client(std::uint16_t port) : port_(port) {}

  Answer send(std::string_view method, const std::string& path, const std::string& body = {},
              std::map<std::string, std::string> headers = {});
  Answer get(const std::string& path) { return send("GET", path); }
  // A change with the session's CSRF token; If-Match if given.
  Answer post(const std::string& path, const nlohmann::json& body,
              const std::string& if_match = {});

  // Keeps the session when the server gives one.
  Answer log_in(const std::string& username, const std::string& password);

  std::string cookie;  // "kres_session=..."
  std::string csrf_token;

 private:
  std::uint16_t port_;
};

}  // namespace kres::testing
