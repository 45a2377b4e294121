// Compares every cell of the project's tables with an independent extraction of the same document.
#include <map>

#include "base/text.h"
#include "susceptibility/test_extraction.h"
#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

// Where a row stands: group, agent, kind, route, scope, indication.
std::string place_of_row(const ExtractedRow& row) {
  // WHONET's code of streptomycin is STR; the extraction writes STR1 in some rows.
  const std::string code = row.at("whonet_code") == "STR1" ? "STR" : row.at("whonet_code");
  const auto* agent = project_agents().find(code);
  EXPECT_NE(agent, nullptr) << code;
  return row.at("group") + "|" + (agent != nullptr ? agent->name : code) + "|" +
         to_lower(row.at("record")) + "|" + row.at("route") + "|" + scope_cells(row) + "|" +
         indication_cell(row);
}

std::string place_of_row(const BreakpointRow& row) {
  return row.group + "|" + row.agent + "|" +
         (row.kind == RowKind::screen ? "screen" : "breakpoint") + "|" + row.route + "|" +
         join(row.species, ";") + " / " + join(row.except, ";") + "|" + row.indication;
}

std::string cells_of(const ExtractedRow& row) {
  std::string cells;
  for (const auto* column : {"mic_S_le_mgL", "mic_R_gt_mgL", "mic_ATU", "zone_S_ge_mm",
                             "zone_R_lt_mm", "zone_ATU", "bracketed"})
    cells += row.at(column) + "|";
  // Difference: the extraction writes "-" for amoxicillin, which has no disk; the table nothing.
  return cells + (row.at("disk_ug") == "-" ? "" : row.at("disk_ug"));
}

std::string cells_of(const BreakpointRow& row) {
  const auto atu = [](const auto& range) { return range ? range->text : std::string(); };
  return row.mic_s.text() + "|" + row.mic_r.text() + "|" + atu(row.mic_atu) + "|" +
         row.zone_s.text() + "|" + row.zone_r.text() + "|" + atu(row.zone_atu) + "|" +
         (row.bracketed ? "Y" : "") + "|" + row.disk_ug;
}

TEST(ReferenceFacts, EveryBreakpointCellEqualsTheExtraction) {
  const auto path = extraction_path();
  if (!path) GTEST_SKIP() << "shared/reference/eucast is absent";
  std::multimap<std::string, std::string> theirs, ours;
  for (const auto& row : extraction(*path))
    if (row.at("record") != "ECOFF") theirs.emplace(place_of_row(row), cells_of(row));
  for (const auto& row : project_standard().breakpoints.rows())
    ours.emplace(place_of_row(row), cells_of(row));
  EXPECT_EQ(theirs.size(), 515U) << "499 breakpoint rows and 16 screening rows";
  EXPECT_EQ(ours.size(), theirs.size());
  for (const auto& [place, cells] : theirs) {
    const auto at = ours.find(place);
    ASSERT_NE(at, ours.end()) << "the table lacks " << place;
    EXPECT_EQ(at->second, cells) << place;
    ours.erase(at);
  }
}

// v15.0 by the same words; what the extraction leaves blank for it is NG, never a v16.0 value.
TEST(ReferenceFacts, EveryMicOfTheVersionBeforeEqualsTheExtractionOrIsNotGiven) {
  const auto path = extraction_path();
  if (!path) GTEST_SKIP() << "shared/reference/eucast is absent";
  std::multimap<std::string, std::string> theirs, ours;
  std::size_t numbers = 0;
  for (const auto& row : extraction(*path)) {
    if (row.at("record") == "ECOFF") continue;
    const auto& mics = row.at("v15.0_mic_S/R");
    theirs.emplace(place_of_row(row), mics.empty() ? "NG/NG" : mics);
    numbers += mics.empty() ? 0 : 1;
  }
  const auto before = project_standard("breakpoints/eucast_v15.0.tsv");
  for (const auto& row : before.breakpoints.rows()) {
    ours.emplace(place_of_row(row), row.mic_s.text() + "/" + row.mic_r.text());
    EXPECT_EQ(row.zone_s.text() + row.zone_r.text(), "NGNG") << row.id;
    EXPECT_FALSE(row.mic_atu || row.zone_atu) << row.id;
  }
  EXPECT_EQ(ours, theirs);
  EXPECT_EQ(numbers, 168U);
}

TEST(ReferenceFacts, EveryEcoffEqualsTheExtraction) {
  const auto path = extraction_path();
  if (!path) GTEST_SKIP() << "shared/reference/eucast is absent";
  std::size_t compared = 0;
  for (const auto& row : extraction(*path)) {
    if (row.at("record") != "ECOFF") continue;
    const std::string species =
        replace_all(row.at("species_scope"), "enterica enterica", "enterica");
    const auto code = row.at("whonet_code") == "STR1" ? "STR" : row.at("whonet_code");
    const auto* ecoff = project_standard().ecoffs.find(species, project_agents().find(code)->name);
    ASSERT_NE(ecoff, nullptr) << species << " " << code;
    EXPECT_EQ(ecoff->mic, parse_double(row.at("mic_ECOFF_mgL"))) << species << " " << code;
    EXPECT_EQ(ecoff->zone, parse_double(row.at("zone_ECOFF_mm"))) << species << " " << code;
    EXPECT_EQ(ecoff->disk_ug, row.at("disk_ug")) << species << " " << code;
    ++compared;
  }
  EXPECT_EQ(compared, 486U);
  EXPECT_EQ(compared, project_standard().ecoffs.rows().size());
}

}  // namespace
}  // namespace kres::susceptibility
