// One endpoint as data: what matches it, who may call it, and its documentation.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace kres::http {

inline constexpr std::size_t kDefaultBodyLimit = 64 * 1024;

struct QueryParameter {
  std::string_view name;
  std::string_view type;  // "string" or "integer"
  std::string_view summary;
  std::vector<std::string_view> values;  // the allowed ones; empty: any
  int least = 0;                         // of an integer
  int most = 0;
  std::size_t longest = 200;  // bytes of a string
};

// The views are literals of the route table. Schemas are names in the document's components.
struct Route {
  Method method = Method::get;
  std::string_view pattern;         // "/api/v1/isolates/{accession}"
  std::string_view id;              // unique operation name: "read_isolate"
  std::string_view tag;             // the resource it belongs to
  std::string_view summary;         // one sentence
  std::string access;               // "anyone ..." or the names of roles
  std::string_view request_schema;  // empty: no body, or bytes of request_type if that is another
  std::string_view request_type = "application/json";
  std::string_view response_schema;  // empty: no JSON body
  std::string_view response_type = "application/json";
  int status = 200;
  bool tagged = false;           // answers carry an ETag
  bool conditional = false;      // needs If-Match
  bool creates_session = false;  // a change that needs no CSRF token, because there is no session
  std::vector<QueryParameter> query;
  std::size_t body_limit = kDefaultBodyLimit;  // bytes
};

}  // namespace kres::http
