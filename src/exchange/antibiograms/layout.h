// The layouts of tables of measured susceptibility that are understood, and which one a header is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kres::exchange {

// own: one value a row (docs/formats/interpretation.md). whonet: one isolate a row, a column for
// each agent and method. antibiogram: NCBI's, one value a row.
enum class Layout { own, whonet, antibiogram };

std::string_view name_of(Layout);
std::optional<Layout> parse_layout(std::string_view text);
// Nothing if the header is none of them.
std::optional<Layout> recognise_layout(const std::vector<std::string>& header);

}  // namespace kres::exchange
