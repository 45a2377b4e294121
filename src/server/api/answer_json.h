// Answers as JSON.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "laboratory/answer.h"
#include "laboratory/delivery.h"

namespace kres::api {

nlohmann::ordered_json answer_value(const laboratory::Answer& answer);

// What was decided about an answer that a later version would change; null if nothing was.
nlohmann::ordered_json decision_value(const std::optional<laboratory::ChangeDecision>& decision);

// The tag that changes whenever the answer does.
std::string etag_of(const laboratory::Answer& answer);

}  // namespace kres::api
