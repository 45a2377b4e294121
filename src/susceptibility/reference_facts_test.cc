// Compares every cell of the project's table with an independent extraction of the same document.
#include <filesystem>
#include <map>

#include "base/text.h"
#include "base/tsv.h"
#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

// The extraction lies beside the source tree where the project is developed, never inside it.
std::optional<Path> reference_path() {
  for (const auto* up : {"..", "../.."}) {
    const Path path = Path(KRES_SOURCE_DIR) / up / "shared/reference/eucast/eucast_v16.0_2026.tsv";
    if (std::filesystem::exists(path)) return path;
  }
  if (const char* directory = std::getenv("KRES_SHARED_REFERENCE")) {
    const Path path = Path(directory) / "eucast/eucast_v16.0_2026.tsv";
    if (std::filesystem::exists(path)) return path;
  }
  return std::nullopt;
}

std::string cells_of(const TsvRow& row) {
  std::string cells;
  for (const auto* column : {"mic_S_le_mgL", "mic_R_gt_mgL", "mic_ATU", "zone_S_ge_mm",
                             "zone_R_lt_mm", "zone_ATU", "bracketed"})
    cells += std::string(row[column]) + "|";
  return cells;
}

std::string cells_of(const BreakpointRow& row) {
  const auto atu = [](const auto& range) { return range ? range->text : std::string(); };
  return row.mic_s.text() + "|" + row.mic_r.text() + "|" + atu(row.mic_atu) + "|" +
         row.zone_s.text() + "|" + row.zone_r.text() + "|" + atu(row.zone_atu) + "|" +
         (row.bracketed ? "Y" : "") + "|";
}

TEST(ReferenceFacts, EveryBreakpointCellEqualsTheExtraction) {
  const auto path = reference_path();
  if (!path) GTEST_SKIP() << "shared/reference/eucast is absent";
  const auto text = read_file(*path);
  const auto table = TsvTable::parse(*text, path->filename(), {"record", "group"}, {}, true);
  ASSERT_TRUE(table) << table.error().text();
  std::multimap<std::string, std::string> theirs, ours;
  for (const auto& row : table->rows()) {
    if (row["group"] != "Enterobacterales" || row["record"] == "ECOFF") continue;
    const auto* agent = project_agents().find(row["whonet_code"]);
    ASSERT_NE(agent, nullptr) << row["whonet_code"];
    theirs.emplace(agent->name + " " + to_lower(row["record"]) + " " + std::string(row["route"]),
                   cells_of(row));
  }
  for (const auto& row : project_standard().breakpoints.rows())
    ours.emplace(
        row.agent + (row.kind == RowKind::screen ? " screen " : " breakpoint ") + row.route,
        cells_of(row));
  EXPECT_EQ(ours, theirs);
  EXPECT_EQ(ours.size(), 115U);
}

TEST(ReferenceFacts, EveryEcoffEqualsTheExtraction) {
  const auto path = reference_path();
  if (!path) GTEST_SKIP() << "shared/reference/eucast is absent";
  const auto text = read_file(*path);
  const auto table = TsvTable::parse(*text, path->filename(), {"record", "group"}, {}, true);
  ASSERT_TRUE(table) << table.error().text();
  std::size_t compared = 0;
  for (const auto& row : table->rows()) {
    if (row["group"] != "Enterobacterales" || row["record"] != "ECOFF") continue;
    const std::string species =
        replace_all(std::string(row["species_scope"]), "enterica enterica", "enterica");
    const auto code = row["whonet_code"] == "STR1" ? "STR" : row["whonet_code"];
    const auto* ecoff = project_standard().ecoffs.find(species, project_agents().find(code)->name);
    ASSERT_NE(ecoff, nullptr) << species << " " << code;
    EXPECT_EQ(ecoff->mic, parse_double(row["mic_ECOFF_mgL"])) << species << " " << code;
    EXPECT_EQ(ecoff->zone, parse_double(row["zone_ECOFF_mm"])) << species << " " << code;
    ++compared;
  }
  EXPECT_EQ(compared, project_standard().ecoffs.rows().size());
}

}  // namespace
}  // namespace kres::susceptibility
