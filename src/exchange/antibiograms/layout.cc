#include "exchange/antibiograms/layout.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/antibiograms/long_table.h"
#include "exchange/antibiograms/whonet_column.h"

namespace kres::exchange {

namespace {
constexpr std::array<Layout, 3> kLayouts = {Layout::own, Layout::whonet, Layout::antibiogram};
}

std::string_view name_of(Layout layout) {
  constexpr std::array<std::string_view, 3> names = {"own", "whonet", "antibiogram"};
  return names[static_cast<std::size_t>(layout)];
}

std::optional<Layout> parse_layout(std::string_view text) {
  for (const auto layout : kLayouts)
    if (iequals(name_of(layout), text)) return layout;
  return std::nullopt;
}

std::optional<Layout> recognise_layout(const std::vector<std::string>& header) {
  if (has_columns_of(header, own_columns())) return Layout::own;
  if (has_columns_of(header, antibiogram_columns())) return Layout::antibiogram;
  const bool names_organisms = std::any_of(
      header.begin(), header.end(), [](const auto& column) { return iequals(column, "ORGANISM"); });
  const bool has_values = std::any_of(header.begin(), header.end(), [](const auto& column) {
    return parse_whonet_column(column).has_value();
  });
  if (names_organisms && has_values) return Layout::whonet;
  return std::nullopt;
}

}  // namespace kres::exchange
