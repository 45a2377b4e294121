// Questions to senders as JSON.
#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "laboratory/sender_query.h"

namespace kres::api {

nlohmann::ordered_json query_value(const laboratory::SenderQuery& query);
nlohmann::ordered_json queries_value(const std::vector<laboratory::SenderQuery>& queries);

}  // namespace kres::api
