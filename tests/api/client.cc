#include "tests/api/client.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/text.h"

namespace kres::testing {

namespace {

std::string talk(std::uint16_t port, const std::string& request) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{30, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  std::string answer;
  if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
    ::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
    char part[8192];
    for (ssize_t n = 0; (n = ::recv(socket, part, sizeof part, 0)) > 0;)
      answer.append(part, static_cast<std::size_t>(n));
  }
  ::close(socket);
  return answer;
}

Answer parse(const std::string& text) {
  Answer answer;
  const auto end = text.find("\r\n\r\n");
  if (end == std::string::npos) return answer;
  answer.body = text.substr(end + 4);
  const auto head = std::string_view(text).substr(0, end);
  for (const auto line : split(head, '\n')) {
    const auto colon = line.find(':');
    if (line.starts_with("HTTP/1.1 "))
      answer.status = static_cast<int>(parse_int(line.substr(9, 3)).value_or(0));
    else if (colon != std::string_view::npos)
      answer.headers[to_lower(line.substr(0, colon))] = trim(line.substr(colon + 1));
  }
  return answer;
}

}  // namespace

std::string Answer::key() const {
  const auto problem = json();
  return problem.is_object() ? problem.value("key", "") : "";
}

std::string Answer::header(const std::string& lower_case_name) const {
  const auto found = headers.find(lower_case_name);
  return found == headers.end() ? "" : found->second;
}

Answer Client::send(std::string_view method, const std::string& path, const std::string& body,
                    std::map<std::string, std::string> headers) {
  headers.try_emplace("Host", "localhost");
  if (!cookie.empty()) headers.try_emplace("Cookie", cookie);
  std::string request = std::string(method) + " " + path + " HTTP/1.1\r\nConnection: close\r\n";
  for (const auto& [name, value] : headers) request += name + ": " + value + "\r\n";
  request += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  return parse(talk(port_, request));
}

Answer Client::post(const std::string& path, const nlohmann::json& body,
                    const std::string& if_match) {
  std::map<std::string, std::string> headers{{"Content-Type", "application/json"}};
  if (!csrf_token.empty()) headers["X-CSRF-Token"] = csrf_token;
  if (!if_match.empty()) headers["If-Match"] = if_match;
  return send("POST", path, body.dump(), headers);
}

Answer Client::log_in(const std::string& username, const std::string& password) {
  auto answer = post("/api/v1/session", {{"username", username}, {"password", password}});
  if (answer.status == 200) {
    const auto header = answer.header("set-cookie");
    cookie = header.substr(0, header.find(';'));
    csrf_token = answer.json()["csrf_token"];
  }
  return answer;
}

}  // namespace kres::testing
