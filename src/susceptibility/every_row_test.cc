// Values at, beside and across the bounds of every row of the project's table.
#include <cmath>

#include "susceptibility/interpret.h"
#include "susceptibility/select_row.h"
#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

// A species of the row's scope that no more special row takes away, or empty.
std::string species_for(const BreakpointRow& row) {
  for (const auto* name : {"Klebsiella pneumoniae", "Escherichia coli", "Proteus mirabilis",
                           "Serratia marcescens", "Salmonella enterica", "Morganella morganii"}) {
    Measurement m = mic(row.agent, Sign::equal, 1, name, row.indication);
    m.route = row.route;
    const auto organism = project_standard().organisms.resolve(name);
    if (project_standard().expected.holds(*organism, row.agent)) continue;
    const auto choice = select_breakpoint(project_standard().breakpoints, *organism, m);
    if (choice.row == &row) return name;
  }
  return {};
}

struct Probe {
  const BreakpointRow& row;
  std::string species;

  std::string at(Sign sign, double value) const {
    Measurement m = mic(row.agent, sign, value, species, row.indication);
    m.route = row.route;
    return verdict(m);
  }
  std::string at_zone(double mm) const {
    Measurement m = zone(row.agent, mm, species, row.indication);
    m.route = row.route;
    return verdict(m);
  }
};

void check_mic(const Probe& probe, double s, double r) {
  const bool off_scale = s <= 0.001;
  const std::string lowest = off_scale ? "I" : "S";
  const std::string open = "null:not_interpretable";
  EXPECT_EQ(probe.at(Sign::equal, s * (off_scale ? 2 : 1)), lowest);
  EXPECT_EQ(probe.at(Sign::equal, r), s < r ? "I" : lowest) << "equal to the R bound is not R";
  EXPECT_EQ(probe.at(Sign::equal, r * 2), "R");
  EXPECT_EQ(probe.at(Sign::greater, r), "R");
  EXPECT_EQ(probe.at(Sign::greater_equal, r), open);
  EXPECT_EQ(probe.at(Sign::greater_equal, r * 2), "R");
  EXPECT_EQ(probe.at(Sign::less_equal, r * 2), open);
  EXPECT_EQ(probe.at(Sign::less, r * 2), s < r && !off_scale ? open : lowest);
  if (off_scale) return;
  EXPECT_EQ(probe.at(Sign::less_equal, s), "S");
  EXPECT_EQ(probe.at(Sign::equal, s / 2), "S");
  EXPECT_EQ(probe.at(Sign::less, s), "S");
  EXPECT_EQ(probe.at(Sign::greater, s / 2), open) << "may be S";
}

void check_zone(const Probe& probe, double s, double r) {
  const bool off_scale = s >= 50;
  EXPECT_EQ(probe.at_zone(r - 1), "R");
  EXPECT_EQ(probe.at_zone(r), s > r ? "I" : "S") << "equal to the R bound is not R";
  if (!off_scale) {
    EXPECT_EQ(probe.at_zone(s), "S");
  }
  if (s > r) {
    EXPECT_EQ(probe.at_zone(s - 1), "I");
  }
  if (off_scale) {
    EXPECT_EQ(probe.at_zone(55), "I") << "never S";
  }
}

TEST(EveryBreakpointRow, HoldsAtItsBoundsOneStepOffAndWithSigns) {
  int rows_with_numbers = 0;
  for (const auto& row : project_standard().breakpoints.rows()) {
    if (row.kind != RowKind::breakpoint || row.indication == "screen") continue;
    SCOPED_TRACE(row.id);
    const Probe probe{row, species_for(row)};
    ASSERT_FALSE(probe.species.empty()) << "no species reaches this row";
    if (row.mic_s.is_value() && !row.only_this_method) {
      ++rows_with_numbers;
      check_mic(probe, row.mic_s.value, row.mic_r.value);
    }
    if (row.mic_s.kind == BoundKind::dash) {
      EXPECT_EQ(probe.at(Sign::equal, 1), "R");
    }
    if (row.mic_s.kind == BoundKind::insufficient_evidence) {
      EXPECT_EQ(probe.at(Sign::equal, 1), "null:ie");
    }
    if (row.mic_s.kind == BoundKind::note) {
      EXPECT_EQ(probe.at(Sign::equal, 1), "null:note");
    }
    if (row.zone_s.is_value()) check_zone(probe, row.zone_s.value, row.zone_r.value);
  }
  EXPECT_GE(rows_with_numbers, 70);
}

TEST(EveryBreakpointRow, NamesAnAgentOfTheAgentTable) {
  for (const auto& row : project_standard().breakpoints.rows()) {
    const auto* agent = project_agents().find(row.agent);
    ASSERT_NE(agent, nullptr) << row.id;
    EXPECT_EQ(agent->name, row.agent) << row.id;
  }
  for (const auto& row : project_standard().ecoffs.rows())
    EXPECT_NE(project_agents().find(row.agent), nullptr) << row.agent;
}

TEST(EveryBreakpointRow, WithoutAStatedIndicationThereIsOneDefault) {
  const auto& table = project_standard().breakpoints;
  for (const auto& row : table.rows()) {
    if (row.kind != RowKind::breakpoint) continue;
    int in_scope = 0, marked = 0;
    for (const auto& other : table.rows())
      if (other.kind == RowKind::breakpoint && other.agent == row.agent &&
          other.species == row.species && other.except == row.except) {
        ++in_scope;
        marked += other.is_default ? 1 : 0;
      }
    if (in_scope > 1) {
      EXPECT_EQ(marked, 1) << row.id;
    }
    if (in_scope == 1) {
      EXPECT_EQ(marked, 0) << row.id;
    }
  }
}

}  // namespace
}  // namespace kres::susceptibility
