// Every row of every version at, beside and across its bounds, against the rule in plain words.
//
// The rule is stated here once more, by brute force: a printed value with its sign stands for a set
// of dilutions; if all of them have one category, that is the answer, otherwise there is none.
#include <cmath>
#include <set>

#include "base/text.h"
#include "base/tsv.h"
#include "susceptibility/interpret.h"
#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

constexpr Sign kSigns[] = {Sign::less_equal, Sign::less, Sign::equal, Sign::greater_equal,
                           Sign::greater};
constexpr int kLowest = -16, kHighest = 18;  // dilutions that an open sign may reach

// A version without expected resistance, so that every row can be seen.
Standard bare(const Standard& of) {
  Standard standard = of;
  standard.expected =
      ExpectedResistance::parse("# version: none\nscope\tagents\tsource\nx\tx\tx\n", "x").value();
  return standard;
}

const std::vector<Standard>& versions() {
  static const std::vector<Standard> all = {bare(project_standard()),
                                            bare(project_standard("breakpoints/eucast_v15.0.tsv"))};
  return all;
}

const std::vector<Organism>& organisms() {
  static const std::vector<Organism> all = [] {
    std::vector<Organism> named;
    const auto text = data_text("organisms.tsv");
    const auto table = TsvTable::parse(text, "organisms.tsv", {"name"}, {}, true).value();
    for (const auto& row : table.rows())
      named.push_back(project_standard().organisms.resolve(row["name"]).value());
    return named;
  }();
  return all;
}

bool holds(const std::vector<std::string>& scopes, const Organism& organism) {
  for (const auto& scope : scopes)
    if (organism.is_within(scope)) return true;
  return false;
}

// Rows for an agent that a named species may use: those that name it or, if none does, the general
// ones, without those that except it.
std::vector<const BreakpointRow*> rows_of(const BreakpointTable& table, const Organism& organism,
                                          const std::string& agent, RowKind kind) {
  std::vector<const BreakpointRow*> naming, general;
  for (const auto& row : table.rows()) {
    if (row.kind != kind || row.agent != agent || row.group != organism.group) continue;
    if (holds(row.except, organism)) continue;
    if (holds(row.species, organism)) naming.push_back(&row);
    if (row.species.empty()) general.push_back(&row);
  }
  return naming.empty() ? general : naming;
}

// A species that comes to the row, or nullptr.
const Organism* species_of(const BreakpointTable& table, const BreakpointRow& row) {
  for (const auto& organism : organisms()) {
    if (!organism.names_species()) continue;
    for (const auto* other : rows_of(table, organism, row.agent, row.kind))
      if (other == &row) return &organism;
  }
  return nullptr;
}

double exact(const Bound& bound) { return std::pow(2, std::lround(std::log2(bound.value))); }

// The category of one exact dilution.
std::string category_of_mic(const BreakpointRow& row, double mic) {
  if (mic > exact(row.mic_r)) return "R";
  if (row.mic_s.value == 0.001) return "I";
  return mic <= exact(row.mic_s) ? "S" : "I";
}

std::string category_of_zone(const BreakpointRow& row, double mm) {
  if (mm < row.zone_r.value) return "R";
  if (row.zone_s.value == 50) return "I";
  return mm >= row.zone_s.value ? "S" : "I";
}

bool stands_for(Sign sign, int dilution, int printed) {
  switch (sign) {
    case Sign::less_equal:
      return dilution <= printed;
    case Sign::less:
      return dilution < printed;
    case Sign::equal:
      return dilution == printed;
    case Sign::greater_equal:
      return dilution >= printed;
    case Sign::greater:
      return dilution > printed;
  }
  return false;
}

std::string expected_for(const BreakpointRow& row, Sign sign, int printed) {
  std::set<std::string> possible;
  for (int dilution = kLowest; dilution <= kHighest; ++dilution)
    if (stands_for(sign, dilution, printed))
      possible.insert(category_of_mic(row, std::pow(2, dilution)));
  return possible.size() == 1 ? *possible.begin() : "null:not_interpretable";
}

// How a dilution is printed: exactly, and as tables and laboratories round it.
std::vector<double> printings(int dilution) {
  switch (dilution) {
    case -3:
      return {0.125, 0.12, 0.13};
    case -4:
      return {0.0625, 0.06, 0.064};
    case -5:
      return {0.03125, 0.03, 0.032};
    case -6:
      return {0.015625, 0.015, 0.016};
    case -7:
      return {0.0078125, 0.008};
    default:
      return {std::pow(2, dilution)};
  }
}

std::string without_numbers(const BreakpointRow& row, const Bound& bound) {
  if (row.indication == "screen") return "null:screen_only";
  switch (bound.kind) {
    case BoundKind::dash:
      return "R";
    case BoundKind::insufficient_evidence:
      return "null:ie";
    case BoundKind::note:
      return "null:note";
    case BoundKind::not_applicable:
      return "null:not_applicable";
    case BoundKind::in_preparation:
      return "null:in_preparation";
    case BoundKind::not_given:
      return "null:not_given";
    default:
      return "null:no_row";
  }
}

// One row with a species that comes to it.
struct Probe {
  const Standard& standard;
  const BreakpointRow& row;
  std::string species;

  std::string verdict_on(Measurement m) const {
    m.route = row.route;
    m.indication = row.indication;
    if (m.unit != Unit::mm && row.method) m.method = *row.method;
    const auto i = interpret(m, standard);
    EXPECT_TRUE(i.breakpoint) << i.reason;
    if (!i.breakpoint || i.breakpoint->row != row.id)
      return "row " + (i.breakpoint ? i.breakpoint->row : i.reason) + " instead of " + row.id;
    EXPECT_EQ(i.breakpoint->version, standard.breakpoints.version());
    EXPECT_EQ(i.has_flag("bracketed"), row.bracketed && i.reason != "dash" && is_number(m));
    return i.category ? std::string(name_of(*i.category)) : "null:" + i.reason;
  }
  bool is_number(const Measurement& m) const {
    return (m.unit == Unit::mm ? row.zone_s : row.mic_s).is_value() && row.indication != "screen";
  }
};

void probe_mics(const Probe& probe) {
  const auto& row = probe.row;
  const bool numbers = row.mic_s.is_value() && row.indication != "screen";
  for (int dilution = -10; dilution <= 11; ++dilution)
    for (const double printed : printings(dilution))
      for (const Sign sign : kSigns)
        EXPECT_EQ(probe.verdict_on(mic(row.agent, sign, printed, probe.species)),
                  numbers ? expected_for(row, sign, dilution) : without_numbers(row, row.mic_s))
            << name_of(sign) << " " << printed;
  if (!row.only_this_method) return;
  Measurement other = mic(row.agent, Sign::equal, 1, probe.species);
  other.method = Method::gradient;
  EXPECT_EQ(interpret(other, probe.standard).reason, "wrong_method");
}

void probe_zones(const Probe& probe) {
  const auto& row = probe.row;
  const bool numbers = row.zone_s.is_value() && row.indication != "screen";
  // A dash in the MIC columns says of the agent, not of the method, that it is unsuitable.
  for (int mm = 6; mm <= 55; ++mm)
    EXPECT_EQ(probe.verdict_on(zone(row.agent, mm, probe.species)),
              numbers ? category_of_zone(row, mm) : without_numbers(row, row.zone_s))
        << mm << " mm";
}

TEST(EveryBreakpointRow, HoldsAtItsBoundsOneStepOffAndWithEverySign) {
  for (const auto& standard : versions()) {
    SCOPED_TRACE(standard.breakpoints.version());
    int with_numbers = 0;
    for (const auto& row : standard.breakpoints.rows()) {
      if (row.kind != RowKind::breakpoint) continue;
      SCOPED_TRACE(row.id);
      const auto* species = species_of(standard.breakpoints, row);
      ASSERT_NE(species, nullptr) << "no species comes to this row";
      const Probe probe{standard, row, species->name};
      probe_mics(probe);
      probe_zones(probe);
      with_numbers += row.mic_s.is_value() || row.zone_s.is_value() ? 1 : 0;
    }
    EXPECT_GE(with_numbers, 160);
  }
}

std::string screening(const Interpretation& i) {
  for (const auto* flag : {"screening_positive", "screening_undecided", "screening_not_given"})
    if (i.has_flag(flag)) return flag;
  return "negative";
}

// Positive if every dilution the value stands for is beyond R, negative if every one is within S.
std::string expected_screening(const BreakpointRow& row, Sign sign, int printed) {
  bool all_negative = true, all_positive = true;
  for (int dilution = kLowest; dilution <= kHighest; ++dilution) {
    if (!stands_for(sign, dilution, printed)) continue;
    all_negative = all_negative && std::pow(2, dilution) <= exact(row.mic_s);
    all_positive = all_positive && std::pow(2, dilution) > exact(row.mic_r);
  }
  return all_negative ? "negative" : all_positive ? "screening_positive" : "screening_undecided";
}

TEST(EveryScreeningRow, IsPositiveBeyondRAndNegativeWithinS) {
  for (const auto& standard : versions()) {
    int screens = 0;
    for (const auto& row : standard.breakpoints.rows()) {
      if (row.kind != RowKind::screen && row.indication != "screen") continue;
      SCOPED_TRACE(standard.breakpoints.version() + " " + row.id);
      const std::string species = species_of(standard.breakpoints, row)->name;
      const auto at = [&](const Measurement& m) { return screening(interpret(m, standard)); };
      ++screens;
      for (int dilution = -10; row.mic_s.is_value() && dilution <= 11; ++dilution)
        for (const Sign sign : kSigns)
          EXPECT_EQ(at(mic(row.agent, sign, std::pow(2, dilution), species)),
                    expected_screening(row, sign, dilution))
              << name_of(sign) << " 2^" << dilution;
      if (row.zone_s.is_value()) {
        EXPECT_EQ(at(zone(row.agent, row.zone_s.value, species)), "negative");
        EXPECT_EQ(at(zone(row.agent, row.zone_r.value - 1, species)), "screening_positive");
        EXPECT_EQ(
            at(zone(row.agent, row.zone_s.value - 1, species)),
            row.zone_s.value > row.zone_r.value ? "screening_undecided" : "screening_positive");
      }
    }
    EXPECT_GE(screens, 16);
  }
}

TEST(EveryBreakpointRow, NamesAnAgentOfTheAgentTable) {
  for (const auto& standard : versions())
    for (const auto& row : standard.breakpoints.rows()) {
      const auto* agent = project_agents().find(row.agent);
      ASSERT_NE(agent, nullptr) << row.id;
      EXPECT_EQ(agent->name, row.agent) << row.id;
      EXPECT_EQ(row.note.nb.empty(), row.note.en.empty()) << row.id;
    }
  for (const auto& row : project_standard().ecoffs.rows())
    EXPECT_NE(project_agents().find(row.agent), nullptr) << row.agent;
}

TEST(EveryBreakpointRow, WithoutAStatedIndicationThereIsOneDefault) {
  for (const auto& standard : versions())
    for (const auto& organism : organisms())
      for (const auto& agent : project_agents().agents()) {
        const auto rows = rows_of(standard.breakpoints, organism, agent.name, RowKind::breakpoint);
        int marked = 0;
        for (const auto* row : rows) marked += row->is_default ? 1 : 0;
        if (rows.size() > 1) {
          EXPECT_EQ(marked, 1) << organism.name << " " << agent.name;
        }
      }
}

}  // namespace
}  // namespace kres::susceptibility
