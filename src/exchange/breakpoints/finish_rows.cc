// Brings the rows of an outside breakpoint table into the form of the project's.
#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/breakpoints/imported_breakpoints.h"

namespace kres::exchange {

namespace {

using susceptibility::Bound;
using susceptibility::BoundKind;
using susceptibility::BreakpointRow;
using susceptibility::BreakpointTable;
using susceptibility::RowKind;

bool same_agent(const BreakpointRow& a, const BreakpointRow& b) {
  return a.kind == b.kind && a.group == b.group && a.agent == b.agent;
}

bool holds_for_some_uses_only(const BreakpointRow& row) {
  return !row.route.empty() || !row.indication.empty();
}

// A species' row that holds for one route or indication must not push out the group's rows for the
// others.
void stand_beside_species(std::vector<BreakpointRow>& rows) {
  for (auto& row : rows) {
    if (!row.species.empty() || !row.except.empty()) continue;
    bool beside = false, pushed_out = false;
    for (const auto& other : rows) {
      if (!same_agent(row, other) || other.species.empty()) continue;
      const bool narrower = holds_for_some_uses_only(other) &&
                            (other.route != row.route || other.indication != row.indication);
      (narrower ? beside : pushed_out) = true;
    }
    if (beside && !pushed_out) row.species = {row.group};
  }
}

bool contains(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

void except_named_species(std::vector<BreakpointRow>& rows, const OrganismTable& organisms) {
  for (auto& row : rows)
    for (const auto& other : rows) {
      if (&row == &other || !same_agent(row, other)) continue;
      for (const auto& species : other.species) {
        const auto organism = organisms.resolve(species);
        if (!organism || !organism->names_species() || contains(row.species, species)) continue;
        const bool inside =
            std::any_of(row.species.begin(), row.species.end(), [&](const std::string& scope) {
              return scope != row.group && organism->is_within(scope);
            });
        if (inside && !contains(row.except, species)) row.except.push_back(species);
      }
    }
}

// The best row first.
auto rank(const BreakpointRow& row) {
  constexpr std::array<std::string_view, 4> widest = {"", "other_than_meningitis", "systemic",
                                                      "other_than_pneumonia"};
  const auto route = row.route == "iv" ? 0 : row.route.empty() ? 1 : 2;
  const auto indication = std::find(widest.begin(), widest.end(), row.indication) - widest.begin();
  return std::tuple(route, indication, row.mic_r.is_value() ? row.mic_r.value : 1e9);
}

void mark_defaults(std::vector<BreakpointRow>& rows) {
  for (auto& row : rows) {
    const auto same_scope = [&](const BreakpointRow& other) {
      return same_agent(row, other) && row.species == other.species && row.except == other.except;
    };
    if (row.kind == RowKind::screen || std::count_if(rows.begin(), rows.end(), same_scope) < 2)
      continue;
    const auto first = std::find_if(rows.begin(), rows.end(), [&](const BreakpointRow& other) {
      return same_scope(other) && std::none_of(rows.begin(), rows.end(), [&](const auto& better) {
               return same_scope(better) && rank(better) < rank(other);
             });
    });
    row.is_default = &*first == &row;
  }
}

void take_over_methods(std::vector<BreakpointRow>& rows, const BreakpointTable& previous) {
  for (auto& row : rows)
    for (const auto& before : previous.rows())
      if (same_agent(row, before) && before.method &&
          (row.mic_s.is_value() || row.mic_s.kind == BoundKind::note)) {
        row.method = before.method;
        row.only_this_method = row.only_this_method || before.only_this_method;
      }
}

// A row that the previous version brackets is bracketed too: rather a warning too many.
void take_over_brackets(std::vector<BreakpointRow>& rows, const BreakpointTable& previous) {
  for (auto& row : rows)
    for (const auto& before : previous.rows())
      if (same_agent(row, before) && before.bracketed && row.species == before.species &&
          row.route == before.route &&
          (row.indication == before.indication || row.indication.empty()))
        row.bracketed = true;
}

void take_over_screens(std::vector<BreakpointRow>& rows, const BreakpointTable& previous) {
  const Bound not_given{BoundKind::not_given, 0};
  for (const auto& before : previous.rows()) {
    if (before.kind != RowKind::screen) continue;
    const bool there = std::any_of(rows.begin(), rows.end(), [&](const BreakpointRow& row) {
      return row.kind == RowKind::screen && same_agent(row, before) &&
             row.species == before.species;
    });
    if (there) continue;
    BreakpointRow row = before;
    row.mic_s = row.mic_r = row.zone_s = row.zone_r = not_given;
    row.mic_atu = row.zone_atu = std::nullopt;
    row.note = {};
    rows.push_back(std::move(row));
  }
}

std::string letters_of(const std::string& group) {
  if (group == "Enterobacterales") return "ENT";
  std::string letters;
  for (const char c : group.substr(0, 3)) letters += static_cast<char>(c & ~0x20);
  return letters == "ENT" ? "ENC" : letters;
}

void number_rows(std::vector<BreakpointRow>& rows, const AgentTable& agents) {
  std::map<std::string, int> numbers;
  for (auto& row : rows) {
    const auto* agent = agents.find(row.agent);
    const auto code = agent != nullptr && !agent->code.empty() ? agent->code : row.agent;
    const auto start =
        letters_of(row.group) + "-" + code + "-" + (row.kind == RowKind::screen ? "S" : "");
    row.id = fmt::format("{}{}", start, ++numbers[start]);
  }
}

}  // namespace

Result<std::vector<BreakpointRow>> finish_rows(std::vector<BreakpointRow> rows,
                                               const ImportVocabulary& vocabulary,
                                               Brackets brackets, const std::string& name) {
  stand_beside_species(rows);
  except_named_species(rows, vocabulary.organisms);
  mark_defaults(rows);
  take_over_methods(rows, vocabulary.previous);
  if (brackets == Brackets::not_printed) take_over_brackets(rows, vocabulary.previous);
  take_over_screens(rows, vocabulary.previous);
  number_rows(rows, vocabulary.agents);
  std::set<std::string> places;
  for (const auto& row : rows) {
    const auto place =
        join({row.kind == RowKind::screen ? "screen" : "breakpoint", row.group,
              join(row.species, ";"), join(row.except, ";"), row.agent, row.route, row.indication},
             " | ");
    if (!places.insert(place).second)
      return bad_input("two rows say what holds for " + place, name, row.line);
  }
  return rows;
}

}  // namespace kres::exchange
