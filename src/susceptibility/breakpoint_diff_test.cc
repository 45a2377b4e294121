// A version as text and back, and what a person reads before signing a new one.
#include "susceptibility/breakpoint_diff.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "susceptibility/breakpoint_text.h"
#include "susceptibility/test_extraction.h"
#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

// The rows of a table as they stand in the file: without comments.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (const auto line : split(text, '\n'))
    if (!line.empty() && line.front() != '#') lines.emplace_back(line);
  return lines;
}

TEST(BreakpointText, ReadsBackToEveryCellOfTheProjectsTables) {
  for (const auto* file : {"breakpoints/eucast_v15.0.tsv", "breakpoints/eucast_v16.0.tsv"}) {
    const auto text = data_text(file);
    const auto table = BreakpointTable::parse(text, file).value();
    const BreakpointVersion version{table.version(), table.valid_from(), table.source()};
    EXPECT_EQ(lines_of(breakpoint_text(version, table.rows())), lines_of(text)) << file;
  }
}

const char* const kHead =
    "# version: {}\n# valid_from: 2026-01-01\nrow\tkind\tgroup\tspecies\texcept\tagent\troute\t"
    "indication\tmic_s\tmic_r\tmic_atu\tdisk_ug\tzone_s\tzone_r\tzone_atu\tbracketed\tdefault\t"
    "method\tnote_nb\tnote_en\n";

BreakpointTable table_of(const std::string& name, const std::string& rows) {
  return BreakpointTable::parse(replace_all(kHead, "{}", name) + rows, name).value();
}

TEST(BreakpointDiff, NamesEveryRowThatComesGoesOrChanges) {
  const auto before = table_of("A",
                               "1\tbreakpoint\tG\t\t\tx\t\t\t2\t8\t\t10\t22\t16\t\t\t\t\t\t\n"
                               "2\tbreakpoint\tG\tS one\t\ty\toral\t\t-\t-\t\t\t-\t-\t\t\t\t\t\t\n"
                               "3\tbreakpoint\tG\t\t\tz\t\t\t1\t1\t\t\t\t\t\t\t\t\t\t\n");
  const auto after = table_of("B",
                              "9\tbreakpoint\tG\t\t\tx\t\t\t2\t8\t4\t10\t22\t18\t\tY\t\t\t\t\n"
                              "3\tbreakpoint\tG\t\t\tz\t\t\t1\t1\t\t\t\t\t\t\t\t\tn\tn\n"
                              "4\tscreen\tG\t\t\tz\t\t\t1\t1\t\t\t\t\t\t\t\t\t\t\n");
  const auto text = text_of(diff_breakpoints(before, after));
  EXPECT_EQ(text,
            "A -> B\n"
            "+ z | G | screening cut-off | MIC S <= 1, R > 1; zone none\n"
            "- y | S one | oral | MIC -; zone -\n"
            "~ x | G | MIC S <= 2, R > 8; zone (10 ug) S >= 22, R < 16 -> "
            "MIC S <= 2, R > 8, ATU 4; zone (10 ug) S >= 22, R < 18; in brackets\n"
            "1 added, 1 removed, 1 changed, 1 unchanged\n");
}

// Three pairs of MICs differ between v15.0 and v16.0 where both are printed under one name.
TEST(BreakpointDiff, FindsTheMicsThatTheExtractionSaysHaveChanged) {
  const auto path = extraction_path();
  if (!path) GTEST_SKIP() << "shared/reference/eucast is absent";
  std::multimap<std::string, std::string> theirs, ours;
  for (const auto& row : extraction(*path)) {
    const auto now = row.at("mic_S_le_mgL") + "/" + row.at("mic_R_gt_mgL");
    const auto& then = row.at("v15.0_mic_S/R");
    if (row.at("record") == "BREAKPOINT" && !then.empty() && then != now)
      theirs.emplace(project_agents().find(row.at("whonet_code"))->name, then + " " + now);
  }
  const auto before = project_standard("breakpoints/eucast_v15.0.tsv");
  const auto diff = diff_breakpoints(before.breakpoints, project_standard().breakpoints);
  EXPECT_TRUE(diff.added.empty() && diff.removed.empty());
  const auto mics = [](const std::string& values) {
    const auto text = values.substr(0, values.find(';'));
    return replace_all(replace_all(text, "MIC S <= ", ""), ", R > ", "/");
  };
  for (const auto& change : diff.changed) {
    const auto then = mics(change.before), now = mics(change.after);
    if (then != now && then != "MIC NG" && now.find("ATU") == std::string::npos)
      ours.emplace(change.agent, then + " " + now);
  }
  EXPECT_EQ(ours, theirs);
  EXPECT_EQ(ours.size(), 3U);
}

}  // namespace
}  // namespace kres::susceptibility
