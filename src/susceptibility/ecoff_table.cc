#include "susceptibility/ecoff_table.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "susceptibility/measurement.h"
#include "vocabulary/table_text.h"

namespace kres::susceptibility {

Result<EcoffTable> EcoffTable::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(
      const auto table,
      TsvTable::parse(text, name, {"species", "agent", "mic_mg_per_l", "zone_mm", "disk_ug"}));
  EcoffTable ecoffs;
  ecoffs.version_ = comment_field(table.comments(), "version");
  if (ecoffs.version_.empty()) return bad_input("names no '# version:'", name, 1);
  for (const auto& row : table.rows()) {
    Ecoff ecoff{.species = std::string(row["species"]),
                .agent = std::string(row["agent"]),
                .mic = parse_double(row["mic_mg_per_l"]),
                .zone = parse_double(row["zone_mm"]),
                .disk_ug = std::string(row["disk_ug"]),
                .line = row.line()};
    const bool bad_mic = !row["mic_mg_per_l"].empty() && (!ecoff.mic || !is_two_fold(*ecoff.mic));
    const bool bad_zone = !row["zone_mm"].empty() && (!ecoff.zone || *ecoff.zone <= 0);
    if (ecoff.species.empty() || ecoff.agent.empty() || bad_mic || bad_zone)
      return bad_input("an ECOFF needs species, agent and numbers", name, row.line());
    if (ecoffs.find(ecoff.species, ecoff.agent) != nullptr)
      return bad_input(fmt::format("{} and {} occur twice", ecoff.species, ecoff.agent), name,
                       row.line());
    ecoffs.rows_.push_back(std::move(ecoff));
  }
  return ecoffs;
}

const Ecoff* EcoffTable::find(std::string_view species, std::string_view agent) const {
  for (const auto& row : rows_)
    if (row.agent == agent && row.species == species) return &row;
  return nullptr;
}

}  // namespace kres::susceptibility
