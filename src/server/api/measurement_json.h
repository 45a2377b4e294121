// Measurements with their interpretation as JSON.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "base/language.h"
#include "laboratory/measurement_record.h"
#include "server/api/isolate_records.h"
#include "susceptibility/interpretation.h"
#include "vocabulary/agent_table.h"

namespace kres::api {

// What was measured, by whom, how; without an interpretation.
nlohmann::ordered_json measurement_value(const laboratory::MeasurementRecord& measurement,
                                         const AgentTable& agents, Language language);
nlohmann::ordered_json interpretation_value(const susceptibility::Interpretation& interpretation,
                                            Language language);
// The agent's name, or the text itself if it is none of the table.
std::string agent_name(const AgentTable& agents, const std::string& name, Language language);

// In the order of the agent table. Errors (corrupt): a stored interpretation cannot be read.
Result<nlohmann::ordered_json> measurements_value(const IsolateRecords& records,
                                                  const AgentTable& agents, Language language);

}  // namespace kres::api
