// Jobs as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "laboratory/job.h"

namespace kres::api {

nlohmann::ordered_json job_value(const laboratory::Job& job);

}  // namespace kres::api
