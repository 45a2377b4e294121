#include "susceptibility/qc_requirements.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "vocabulary/table_text.h"

namespace kres::susceptibility {

namespace {

std::vector<std::string> alternatives(std::string_view text) {
  std::vector<std::string> out;
  for (const auto part : split(text, '|'))
    if (!trim(part).empty()) out.emplace_back(trim(part));
  return out;
}

bool has_medium(const QcResult& result, const std::vector<std::string>& media) {
  return media.empty() || std::any_of(media.begin(), media.end(), [&](const std::string& medium) {
           return iequals(medium, result.medium);
         });
}

bool is_strain_of(const QcResult& result, const std::vector<std::string>& strains) {
  return std::find(strains.begin(), strains.end(), result.strain) != strains.end();
}

}  // namespace

Result<QcRequirements> QcRequirements::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name, {"agent", "method", "needs", "medium"}));
  QcRequirements out;
  for (const auto& row : table.rows()) {
    Row read{
        std::string(row["agent"]), std::string(row["method"]), {}, alternatives(row["medium"])};
    if (read.method != "mic" && read.method != "disk" && read.method != "*")
      return bad_input(fmt::format("method '{}' is none of mic, disk, *", read.method), name,
                       row.line());
    for (const auto& need : list_cell(row["needs"])) read.needs.push_back(alternatives(need));
    if (read.agent.empty() || read.needs.empty())
      return bad_input("agent or needs are empty", name, row.line());
    out.rows_.push_back(std::move(read));
  }
  return out;
}

std::vector<std::string> QcRequirements::missing(
    std::string_view agent, Unit unit, const std::vector<const QcResult*>& results) const {
  std::vector<std::string> missing;
  for (const auto& row : rows_) {
    const bool applies = row.method == "*" || (row.method == "disk") == (unit == Unit::mm);
    if (row.agent != agent || !applies) continue;
    for (const auto& need : row.needs)
      if (std::none_of(results.begin(), results.end(),
                       [&](const QcResult* result) { return is_strain_of(*result, need); }))
        missing.push_back(join(need, " or "));
    if (!std::all_of(results.begin(), results.end(),
                     [&](const QcResult* result) { return has_medium(*result, row.media); }))
      missing.push_back("medium " + row.media.front());
  }
  return missing;
}

}  // namespace kres::susceptibility
