// The OpenAPI 3.1 document of the server, written from its route table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "server/http/route.h"

namespace kres::http {

struct OpenApiInfo {
  std::string_view title;
  std::string_view version;
  std::string_view description;
  std::string_view session_cookie;  // name of the cookie that carries the session
};

// `schemas`: JSON objects {"Name": {JSON Schema}}, merged into components.schemas; a schema refers
// to another as "#/components/schemas/Name". "Problem" must be among them: it is the answer to
// every error. Errors (internal): a file that is not a JSON object, a name given twice, a schema
// that a route names and nobody gives.
Result<std::string> write_openapi(const OpenApiInfo& info, const std::vector<Route>& routes,
                                  const std::vector<std::string_view>& schemas);

}  // namespace kres::http
