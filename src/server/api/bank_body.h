// What people send to the bank, read from request bodies.
#pragma once

#include <optional>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "base/date.h"
#include "laboratory/bank/lot_check.h"
#include "laboratory/bank/strain.h"
#include "vocabulary/agent_table.h"
#include "workflow/bank/strains.h"

namespace kres::api {

// Errors (bad_input) of all of them name the field.
// A whole number between bounds; nothing if the field is missing or null.
Result<std::optional<int>> optional_whole(const nlohmann::json& object, std::string_view name,
                                          int least, int most);
Result<int> required_whole(const nlohmann::json& object, std::string_view name, int least,
                           int most);
Result<std::optional<double>> optional_real(const nlohmann::json& object, std::string_view name);
Result<std::optional<Date>> optional_day(const nlohmann::json& object, std::string_view name);
Result<Date> required_day(const nlohmann::json& object, std::string_view name);
// A list of texts; empty if the field is missing or null.
Result<std::vector<std::string>> text_list(const nlohmann::json& object, std::string_view name,
                                           std::size_t most_items);

Result<workflow::NamedSpot> spot_in(const nlohmann::json& object);
Result<workflow::NewLot> lot_in(const nlohmann::json& object);
Result<laboratory::StrainTerms> terms_in(const nlohmann::json& object);
// Agents by any name or code of the vocabulary; they get the name that is used everywhere.
Result<laboratory::LotCheck> check_in(const nlohmann::json& object, const AgentTable& agents);

inline constexpr std::size_t kLongestName = 200;  // bytes, of names and codes in bodies

}  // namespace kres::api
