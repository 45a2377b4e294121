// Checks a JSON value against the part of JSON Schema that the API's schemas use.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace kres::testing {

// What is wrong, each fault with the path of the value ("/items/0/due: ..."); empty if nothing is.
// Knows $ref (into `document`), anyOf, type, enum, required, properties, additionalProperties:
// false, items, pattern, maxLength, format date and date-time; any other keyword is a fault, so
// that no schema asks for something that is not checked.
std::vector<std::string> schema_faults(const nlohmann::json& value, const nlohmann::json& schema,
                                       const nlohmann::json& document);

}  // namespace kres::testing
