// People as JSON, and their tags.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "base/error.h"
#include "laboratory/person.h"

namespace kres::api {

nlohmann::ordered_json person_value(const laboratory::Person& person);
std::string etag_of(const laboratory::Person& person);

// A password as typed: white space at its ends belongs to it. Errors (bad_input): missing, not a
// text.
Result<std::string> password_field(const nlohmann::json& object, const std::string& name);

}  // namespace kres::api
