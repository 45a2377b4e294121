// The text format of breakpoint tables: what is read, and what is refused with its line.
#include "susceptibility/breakpoint_table.h"

#include <gtest/gtest.h>

namespace kres::susceptibility {
namespace {

constexpr const char* kHead =
    "# version: TEST v1\n# valid_from: 2026-01-01\n"
    "row\tkind\tgroup\tspecies\texcept\tagent\troute\tindication\tmic_s\tmic_r\tmic_atu\tdisk_ug\t"
    "zone_s\tzone_r\tzone_atu\tbracketed\tdefault\tmethod\tnote_nb\tnote_en\n";

Result<BreakpointTable> table_with(const std::string& row) {
  return BreakpointTable::parse(kHead + row + "\n", "t.tsv");
}

TEST(Breakpoints, KeepEverythingThatIsPrinted) {
  const auto table = table_with(
      "A-1\tbreakpoint\tG\tKlebsiella;Proteus mirabilis\tKlebsiella aerogenes\tx\toral\t"
      "uncomplicated_uti\t0.06\t8\t16\t30-6\t20\t19\t19-20\tY\tY\tonly:gradient\tnb\ten");
  ASSERT_TRUE(table) << table.error().text();
  const auto& row = table->rows().front();
  EXPECT_EQ(row.species.size(), 2U);
  EXPECT_EQ(row.mic_s.value, 0.06);
  EXPECT_EQ(row.zone_atu->high, 20);
  EXPECT_EQ(row.disk_ug, "30-6");
  EXPECT_TRUE(row.only_this_method);
  EXPECT_EQ(row.method, Method::gradient);
  EXPECT_EQ(table->version(), "TEST v1");
}

TEST(Breakpoints, CellsWithoutNumbersSayWhy) {
  for (const auto* text : {"-", "IE", "Note", "NA", "IP", ""}) {
    const auto table = table_with("A-1\tbreakpoint\tG\t\t\tx\t\t\t" + std::string(text) + "\t" +
                                  text + "\t\t\t\t\t\t\t\t\t\t");
    ASSERT_TRUE(table) << text;
    EXPECT_EQ(table->rows().front().mic_s.text(), text);
  }
}

TEST(Breakpoints, NonsenseIsRefusedWithItsLine) {
  for (const auto* row : {
           "A-1\tbreakpoint\tG\t\t\tx\t\t\t8\t2\t\t\t\t\t\t\t\t\t\t",       // S above R
           "A-1\tbreakpoint\tG\t\t\tx\t\t\t5\t5\t\t\t\t\t\t\t\t\t\t",       // no dilution
           "A-1\tbreakpoint\tG\t\t\tx\t\t\t2\t-\t\t\t\t\t\t\t\t\t\t",       // number beside dash
           "A-1\tbreakpoint\tG\t\t\tx\tim\t\t2\t2\t\t\t\t\t\t\t\t\t\t",     // route
           "A-1\tbreakpoint\tG\t\t\tx\t\tfever\t2\t2\t\t\t\t\t\t\t\t\t\t",  // indication
           "A-1\tother\tG\t\t\tx\t\t\t2\t2\t\t\t\t\t\t\t\t\t\t",            // kind
           "A-1\tbreakpoint\tG\t\t\tx\t\t\t2\t2\t4-2\t\t\t\t\t\t\t\t\t",    // range upside down
           "A-1\tbreakpoint\tG\t\t\tx\t\t\t2\t2\t\t\t\t\t\t\t\tonly:guess\t\t",
           "A-1\tbreakpoint\tG\t\t\t\t\t\t2\t2\t\t\t\t\t\t\t\t\t\t",  // no agent
       }) {
    const auto table = table_with(row);
    ASSERT_FALSE(table) << row;
    EXPECT_EQ(table.error().line, 4U) << row;
  }
}

TEST(Breakpoints, AVersionAndItsDateAreRequired) {
  std::string text = kHead;
  text.erase(0, text.find('\n') + 1);
  EXPECT_FALSE(BreakpointTable::parse(text, "t.tsv"));
}

}  // namespace
}  // namespace kres::susceptibility
