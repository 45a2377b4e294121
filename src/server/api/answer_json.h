// Answers as JSON.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "laboratory/answer.h"

namespace kres::api {

nlohmann::ordered_json answer_value(const laboratory::Answer& answer);

// The tag that changes whenever the answer does.
std::string etag_of(const laboratory::Answer& answer);

}  // namespace kres::api
