#include "susceptibility/panels.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::susceptibility {

namespace {

Result<PanelRow> read_row(const TsvRow& row, const std::string& name) {
  PanelRow out{.panel = std::string(row["panel"]),
               .group = std::string(row["group"]),
               .agent = std::string(row["agent"])};
  if (out.panel.empty() || out.group.empty() || out.agent.empty())
    return bad_input("panel, group or agent is empty", name, row.line());
  const auto method = parse_method(row["method"]);
  if (!method || *method == Method::disk)
    return bad_input(fmt::format("method '{}' has no dilutions", row["method"]), name, row.line());
  out.method = *method;
  const auto low = parse_double(row["low"]), high = parse_double(row["high"]);
  if (!low || !high || !is_possible_concentration(*low) || !is_possible_concentration(*high) ||
      !is_two_fold(*low) || !is_two_fold(*high) || *low >= *high)
    return bad_input("low and high are no range of two-fold dilutions", name, row.line());
  out.low = *low;
  out.high = *high;
  return out;
}

// True if the value can be read off wells from low to high.
bool is_readable(const PanelRow& row, const Measurement& m) {
  const int value = log2_index(m.value), low = log2_index(row.low), high = log2_index(row.high);
  switch (m.sign) {
    case Sign::equal:
      return value >= low && value <= high;
    case Sign::less_equal:
    case Sign::less:
      return value == low;
    case Sign::greater:
      return value == high;
    case Sign::greater_equal:
      return value == high || value == high + 1;
  }
  return false;
}

}  // namespace

Result<Panels> Panels::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name, {"panel", "group", "agent", "method", "low", "high"}));
  Panels out;
  std::set<std::string> seen;
  for (const auto& row : table.rows()) {
    KRES_ASSIGN(auto read, read_row(row, name));
    if (!seen.insert(fmt::format("{}|{}|{}", read.panel, read.group, read.agent)).second)
      return bad_input("panel, group and agent stand twice", name, row.line());
    out.rows_.push_back(std::move(read));
  }
  return out;
}

std::vector<std::string> Panels::names() const {
  std::vector<std::string> names;
  for (const auto& row : rows_)
    if (std::find(names.begin(), names.end(), row.panel) == names.end()) names.push_back(row.panel);
  return names;
}

std::optional<PanelFault> Panels::fault(std::string_view panel, const Organism& organism,
                                        const Measurement& m) const {
  bool is_for_group = false;
  for (const auto& row : rows_) {
    if (row.panel != panel) continue;
    if (m.method != row.method) return std::nullopt;
    if (!organism.is_within(row.group)) continue;
    is_for_group = true;
    if (row.agent != m.agent) continue;
    if (is_readable(row, m)) return std::nullopt;
    return PanelFault{
        true, fmt::format("cannot be read off panel {}, which has {} from {} to {} mg/L", panel,
                          m.agent, concentration_text(row.low), concentration_text(row.high))};
  }
  if (!is_for_group)
    return PanelFault{false, fmt::format("panel {} is not for {}", panel, organism.group)};
  return PanelFault{false,
                    fmt::format("{} is not on panel {} for {}", m.agent, panel, organism.group)};
}

}  // namespace kres::susceptibility
