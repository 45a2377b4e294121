// Measurements with their interpretation as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "base/language.h"
#include "server/api/isolate_records.h"
#include "vocabulary/agent_table.h"

namespace kres::api {

// In the order of the agent table. Errors (corrupt): a stored interpretation cannot be read.
Result<nlohmann::ordered_json> measurements_value(const IsolateRecords& records,
                                                  const AgentTable& agents, Language language);

}  // namespace kres::api
