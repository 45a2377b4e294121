#include "susceptibility/breakpoint_diff.h"

#include <map>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::susceptibility {

namespace {

std::string organisms_of(const BreakpointRow& row) {
  std::string text = row.species.empty() ? row.group : join(row.species, ", ");
  if (!row.except.empty()) text += " except " + join(row.except, ", ");
  return text;
}

std::string use_of(const BreakpointRow& row) {
  std::vector<std::string> parts;
  if (row.kind == RowKind::screen) parts.emplace_back("screening cut-off");
  if (!row.route.empty()) parts.push_back(row.route);
  if (!row.indication.empty()) parts.push_back(row.indication);
  return join(parts, ", ");
}

std::string key_of(const BreakpointRow& row) {
  return row.group + "\t" + organisms_of(row) + "\t" + row.agent + "\t" + use_of(row);
}

std::string half_text(const Bound& s, const Bound& r, const std::optional<Uncertainty>& atu,
                      const char* format) {
  if (!s.is_value()) return s.kind == BoundKind::blank ? "none" : s.text();
  std::string text = fmt::format(fmt::runtime(format), s.text(), r.text());
  return atu ? text + ", ATU " + atu->text : text;
}

std::string values_of(const BreakpointRow& row) {
  std::string text = "MIC " + half_text(row.mic_s, row.mic_r, row.mic_atu, "S <= {}, R > {}");
  text += row.disk_ug.empty() ? "; zone " : "; zone (" + row.disk_ug + " ug) ";
  text += half_text(row.zone_s, row.zone_r, row.zone_atu, "S >= {}, R < {}");
  if (row.bracketed) text += "; in brackets";
  if (row.is_default) text += "; default";
  if (row.method)
    text +=
        fmt::format("; {} {}", row.only_this_method ? "only" : "reference", name_of(*row.method));
  return text;
}

BreakpointChange change_of(const BreakpointRow& row, std::string before, std::string after) {
  return {row.agent, organisms_of(row), use_of(row), std::move(before), std::move(after)};
}

void print(std::string& text, char sign, const std::vector<BreakpointChange>& changes) {
  for (const auto& change : changes) {
    text += fmt::format("{} {} | {}", sign, change.agent, change.organisms);
    if (!change.indication.empty()) text += " | " + change.indication;
    text += " | " + change.before;
    if (!change.before.empty() && !change.after.empty()) text += " -> ";
    text += change.after + "\n";
  }
}

}  // namespace

BreakpointDiff diff_breakpoints(const BreakpointTable& before, const BreakpointTable& after) {
  BreakpointDiff diff{.before = before.version(), .after = after.version()};
  std::multimap<std::string, const BreakpointRow*> old;
  for (const auto& row : before.rows()) old.emplace(key_of(row), &row);
  for (const auto& row : after.rows()) {
    const auto at = old.find(key_of(row));
    if (at == old.end()) {
      diff.added.push_back(change_of(row, {}, values_of(row)));
      continue;
    }
    auto was = values_of(*at->second), is = values_of(row);
    if (was == is)
      ++diff.unchanged;
    else
      diff.changed.push_back(change_of(row, std::move(was), std::move(is)));
    old.erase(at);
  }
  for (const auto& row : before.rows())
    for (auto [at, end] = old.equal_range(key_of(row)); at != end; ++at)
      if (at->second == &row) diff.removed.push_back(change_of(row, values_of(row), {}));
  return diff;
}

std::string text_of(const BreakpointDiff& diff) {
  std::string text = fmt::format("{} -> {}\n", diff.before, diff.after);
  print(text, '+', diff.added);
  print(text, '-', diff.removed);
  print(text, '~', diff.changed);
  return text + fmt::format("{} added, {} removed, {} changed, {} unchanged\n", diff.added.size(),
                            diff.removed.size(), diff.changed.size(), diff.unchanged);
}

}  // namespace kres::susceptibility
