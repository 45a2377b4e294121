// Earlier isolates of a patient as JSON.
#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "laboratory/isolate.h"

namespace kres::api {

nlohmann::ordered_json earlier_value(const std::vector<laboratory::Isolate>& earlier);

}  // namespace kres::api
