// The JSON Schemas of the API's values, one file per resource (src/server/api/schemas).
#pragma once

#include <string_view>
#include <vector>

namespace kres::api {

// The text of every file: an object {"Name": {schema}}.
std::vector<std::string_view> schema_files();

}  // namespace kres::api
