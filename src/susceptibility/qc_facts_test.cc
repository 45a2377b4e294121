// Compares the project's ranges of quality control with WHONET's table, cell by cell.
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "susceptibility/qc_ranges.h"
#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

const QcRanges& ranges() {
  static const auto table = QcRanges::parse(data_text("qc_ranges.tsv"), "qc_ranges.tsv").value();
  return table;
}

// The table lies beside the source tree where the project is developed, never inside it.
std::optional<Path> whonet_table() {
  std::vector<Path> places = {Path(KRES_SOURCE_DIR) / "../shared/reference",
                              Path(KRES_SOURCE_DIR) / "../../shared/reference"};
  if (const char* directory = std::getenv("KRES_SHARED_REFERENCE")) places.emplace_back(directory);
  for (const auto& place : places)
    if (std::filesystem::exists(place / "whonet/QC_Ranges.txt"))
      return place / "whonet/QC_Ranges.txt";
  return std::nullopt;
}

struct TheirRow {
  std::string strain, code, load, low, high;
  bool is_disk = false;
};

std::vector<TheirRow> eucast_of_2026() {
  std::vector<TheirRow> rows;
  const auto text = read_file(*whonet_table());
  for (const auto line : split(*text, '\n')) {
    const auto c = split(line, '\t');
    if (c.size() < 12 || c[0] != "EUCAST" || c[1] != "2026") continue;
    const auto at = c[6].find('_');
    std::string load = at + 3 < c[6].size() ? std::string(c[6].substr(at + 3)) : "";
    if (load == "1_2") load = "1.25";
    rows.push_back({qc_strain_name(c[2]), std::string(c[6].substr(0, at)), load, std::string(c[10]),
                    std::string(c[11]), c[8] == "Disk"});
  }
  return rows;
}

// Cells that AMRIE prints wrong, and why ours differ: none is a dilution that can be measured.
const std::map<std::string, std::string>& mended() {
  static const std::map<std::string, std::string> cells = {
      {"ATCC 25922|ampicillin|high|9", "8"},
      {"ATCC 25922|amoxicillin-clavulanic acid|high|9", "8"},
      {"ATCC 25922|ertapenem|high|0.01", "0.016"},
      {"ATCC 29213|rifampicin|high|0.01", "0.016"},
      {"ATCC 25922|netilmicin|low|0", ""}};
  return cells;
}

std::string text_of_limit(const std::optional<double>& value) {
  return value ? fmt::format("{:g}", *value) : std::string();
}

void expect_same(const QcRange& ours, const char* which, const std::string& theirs) {
  const auto value = which == std::string("low") ? ours.low : std::optional<double>(ours.high);
  const auto key = fmt::format("{}|{}|{}|{}", ours.strain, ours.agent, which, theirs);
  if (const auto at = mended().find(key); at != mended().end() && ours.unit != Unit::mm) {
    EXPECT_EQ(text_of_limit(value), at->second) << key;
    return;
  }
  const auto number = parse_double(theirs);
  ASSERT_TRUE(number && value) << key;
  if (ours.unit == Unit::mm)
    EXPECT_EQ(*value, *number) << key;
  else
    EXPECT_EQ(log2_index(*value), log2_index(*number)) << key;
}

TEST(QcFacts, EveryNumberIsWhonetsForEucast2026) {
  if (!whonet_table()) GTEST_SKIP() << "shared/reference/whonet is absent";
  std::map<std::string, const QcRange*> ours;
  for (const auto& row : ranges().rows())
    ours.emplace(fmt::format("{}|{}|{}", row.strain, row.agent, row.disk_ug), &row);
  std::set<std::string> strains, met;
  for (const auto& row : ranges().rows()) strains.insert(row.strain);
  for (const auto& their : eucast_of_2026()) {
    const auto* agent = project_agents().find(their.code);
    if (!strains.contains(their.strain) || agent == nullptr) continue;
    const auto* row = ranges().find(their.strain, agent->name,
                                    their.is_disk ? Unit::mm : Unit::mg_per_l, their.load);
    ASSERT_NE(row, nullptr) << their.strain << " " << their.code << " " << their.load;
    expect_same(*row, "low", their.low);
    expect_same(*row, "high", their.high);
    met.insert(fmt::format("{}|{}|{}", row->strain, row->agent, row->disk_ug));
  }
  for (const auto& [key, row] : ours)
    EXPECT_TRUE(met.contains(key) || row->strain == "NCTC 13846") << key << " has no source there";
  EXPECT_GT(met.size(), 250U);
}

TEST(QcFacts, APublishedTargetIsTheMiddleOfItsRange) {
  std::size_t published = 0;
  for (auto row : ranges().rows()) {
    if (!row.target_low) continue;
    ++published;
    const auto stated = centre_of(row);
    row.target_low.reset();
    row.target_high.reset();
    const auto middle = centre_of(row);
    EXPECT_EQ(stated.low, middle.low) << row.strain << " " << row.agent;
    EXPECT_EQ(stated.high, middle.high) << row.strain << " " << row.agent;
  }
  EXPECT_GE(published, 15U) << "the rule for the others rests on these";
}

TEST(QcFacts, TheStrainWithMcr1MustReadResistantToColistin) {
  const auto* row = ranges().find("NCTC 13846", "colistin", Unit::mg_per_l, "");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->low, 2);
  EXPECT_EQ(row->high, 8);
  EXPECT_EQ(row->target_low, 4);
}

TEST(QcFacts, EveryAgentIsOursAndEveryStrainIsSpelledOneWay) {
  for (const auto& row : ranges().rows()) {
    const auto* agent = project_agents().find(row.agent);
    ASSERT_NE(agent, nullptr) << row.agent;
    EXPECT_EQ(agent->name, row.agent);
    EXPECT_EQ(qc_strain_name(row.strain), row.strain);
  }
  EXPECT_EQ(qc_strain_name("atccBAA2814"), "ATCC BAA-2814");
}

}  // namespace
}  // namespace kres::susceptibility
