// The bank's catalogue as JSON, and its filters as people state them.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "laboratory/bank/strain_panel.h"
#include "server/http/message.h"
#include "server/http/route.h"

namespace kres::api {

nlohmann::ordered_json entry_value(const laboratory::CatalogueEntry& entry);

// The parameters of a search, and the filter they make. Errors: bad_input, check_filter().
std::vector<http::QueryParameter> catalogue_parameters();
Result<laboratory::CatalogueFilter> filter_in(const http::Target& target);

// A panel's query from a body: title, seed, spread, groups with the same terms as a search. Errors:
// bad_input, check_panel().
Result<laboratory::PanelQuery> panel_in(const nlohmann::json& body);
// As it is kept: every term that is stated, in one order.
nlohmann::ordered_json panel_query_value(const laboratory::PanelQuery& query);

}  // namespace kres::api
