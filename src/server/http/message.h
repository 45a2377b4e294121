// What a client asks and what it gets: plain values, independent of the HTTP library.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/target.h"

namespace kres::http {

enum class Method { get, head, post, put, patch, del, other };
std::string_view method_name(Method method);  // "GET"; "OTHER" for methods that no route has
Method parse_method(std::string_view name);   // case-sensitive, as the protocol is
bool is_change(Method method);                // true for all but get and head

struct Header {
  std::string name;
  std::string value;
};

struct Request {
  Method method = Method::get;
  Target target;                // already decoded and checked
  std::vector<Header> headers;  // names in lower case, in the order received
  std::string body;
  std::string peer;     // address of the client, without port
  bool secure = false;  // reached the laboratory's network edge over TLS

  std::optional<std::string_view> header(std::string_view lower_case_name) const;
  std::optional<std::string_view> cookie(std::string_view name) const;  // first of that name
};

struct Response {
  int status = 200;
  std::string content_type;  // empty: no body
  std::string body;
  std::vector<Header> headers;

  Response& with(std::string name, std::string value);  // adds a header
};

Response json_response(int status, std::string body);
Response text_response(int status, std::string body);
Response empty_response(int status);

}  // namespace kres::http
