// The JSON form of measurements and interpretations (docs/formats/interpretation.md), both ways.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "base/error.h"
#include "susceptibility/interpretation.h"

namespace kres::susceptibility {

// One object without a final newline; key order is fixed.
std::string to_json(const Interpretation& interpretation);
Result<Interpretation> interpretation_from_json(std::string_view text, const std::string& name);

// The same as values, for documents that contain interpretations.
nlohmann::ordered_json to_json_value(const Interpretation& interpretation);
Result<Interpretation> interpretation_from_json_value(const nlohmann::ordered_json& json,
                                                      const std::string& name);

}  // namespace kres::susceptibility
