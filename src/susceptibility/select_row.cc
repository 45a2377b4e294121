#include "susceptibility/select_row.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace kres::susceptibility {

namespace {

using Rows = std::vector<const BreakpointRow*>;

struct Cover {
  std::string_view stated;
  std::vector<std::string_view> by;  // row indications that cover it, the best first
};

const std::vector<Cover>& covers() {
  static const std::vector<Cover> table = {
      {"meningitis", {"meningitis"}},
      {"other_than_meningitis", {"other_than_meningitis", "systemic", ""}},
      {"systemic", {"systemic", "other_than_meningitis", "other_than_pneumonia", "other", ""}},
      {"urinary_origin", {"urinary_origin", "other_than_meningitis", "other_than_pneumonia", ""}},
      {"uncomplicated_uti",
       {"uncomplicated_uti", "urinary_origin", "other_than_meningitis", "other_than_pneumonia",
        ""}},
      {"pneumonia", {"pneumonia", "other_than_meningitis", "systemic", "other", ""}},
      {"other_than_pneumonia", {"other_than_pneumonia", "systemic", ""}},
      {"community_acquired_pneumonia",
       {"community_acquired_pneumonia", "pneumonia", "other_than_meningitis", "systemic", "other",
        ""}},
      {"skin_soft_tissue",
       {"skin_soft_tissue", "other_than_pneumonia", "other_than_meningitis", "systemic", "other",
        ""}},
      {"other", {"other", "other_than_meningitis", "systemic", ""}},
      {"screen", {"screen"}},
  };
  return table;
}

bool any_within(const Organism& organism, const std::vector<std::string>& scopes) {
  return std::any_of(scopes.begin(), scopes.end(),
                     [&](const std::string& scope) { return organism.is_within(scope); });
}

// True if an organism without a species may be one that the row excepts.
bool may_be_excepted(const Organism& organism, const BreakpointRow& row) {
  return !organism.names_species() &&
         std::any_of(row.except.begin(), row.except.end(), [&](const std::string& scope) {
           return scope.starts_with(organism.genus + " ");
         });
}

struct Scope {
  Rows rows;
  bool needs_species = false;  // a row was left out that holds for some species of the genus
};

// Rows of the agent whose scope holds the organism; those that name it push out the general ones.
Scope rows_in_scope(const BreakpointTable& table, const Organism& organism,
                    const std::string& agent, RowKind kind) {
  Scope scope;
  Rows general;
  for (const auto place : table.places_of(agent)) {
    const auto& row = table.rows()[place];
    if (row.kind != kind || row.group != organism.group) continue;
    const bool named = any_within(organism, row.species);
    if (any_within(organism, row.except) || (!named && !row.species.empty())) continue;
    if (may_be_excepted(organism, row))
      scope.needs_species = true;
    else
      (named ? scope.rows : general).push_back(&row);
  }
  if (scope.rows.empty()) scope.rows = std::move(general);
  return scope;
}

Rows with_route(const Rows& rows, const std::string& route) {
  if (route.empty()) return rows;
  Rows kept;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(kept),
               [&](const BreakpointRow* row) { return row->route.empty() || row->route == route; });
  return kept;
}

const BreakpointRow* default_of(const Rows& rows) {
  const auto marked = std::find_if(rows.begin(), rows.end(),
                                   [](const BreakpointRow* row) { return row->is_default; });
  return marked != rows.end() ? *marked : rows.front();
}

const BreakpointRow* covering(const Rows& rows, const std::string& stated) {
  for (const auto& cover : covers()) {
    if (cover.stated != stated) continue;
    for (const auto by : cover.by) {
      Rows fitting;
      std::copy_if(rows.begin(), rows.end(), std::back_inserter(fitting),
                   [&](const BreakpointRow* row) { return row->indication == by; });
      if (!fitting.empty()) return default_of(fitting);
    }
  }
  // An agent with a dash in every row is unsuitable for this indication too.
  const bool unsuitable = std::all_of(rows.begin(), rows.end(), [](const BreakpointRow* row) {
    return row->mic_s.kind == BoundKind::dash;
  });
  return unsuitable ? rows.front() : nullptr;
}

}  // namespace

RowChoice select_breakpoint(const BreakpointTable& table, const Organism& organism,
                            const Measurement& measurement) {
  RowChoice choice;
  const Scope scope = rows_in_scope(table, organism, measurement.agent, RowKind::breakpoint);
  if (scope.rows.empty()) {
    choice.reason = scope.needs_species ? "species_needed" : "no_row";
    return choice;
  }
  const Rows rows = with_route(scope.rows, measurement.route);
  if (!rows.empty())
    choice.row =
        measurement.indication.empty() ? default_of(rows) : covering(rows, measurement.indication);
  if (choice.row == nullptr) {
    choice.reason = "no_row_for_indication";
    return choice;
  }
  choice.indication_assumed = measurement.indication.empty() && !choice.row->indication.empty() &&
                              choice.row->indication != "screen";
  choice.route_assumed = measurement.route.empty() && !choice.row->route.empty();
  return choice;
}

const BreakpointRow* select_screen(const BreakpointTable& table, const Organism& organism,
                                   const std::string& agent, Unit unit) {
  const auto has_numbers = [&](const BreakpointRow* row) {
    return (unit == Unit::mm ? row->zone_s : row->mic_s).is_value();
  };
  const Rows screens = rows_in_scope(table, organism, agent, RowKind::screen).rows;
  const auto screen = std::find_if(screens.begin(), screens.end(), has_numbers);
  if (screen != screens.end()) return *screen;
  for (const auto* row : rows_in_scope(table, organism, agent, RowKind::breakpoint).rows)
    if (row->indication == kScreenIndication && has_numbers(row)) return row;
  return screens.empty() ? nullptr : screens.front();
}

std::optional<std::string> indication_key(std::string_view text) {
  struct Word {
    std::string_view text, key;
  };
  constexpr std::array words = {
      Word{"", ""},
      Word{"meningitis", "meningitis"},
      Word{"meningitt", "meningitis"},
      Word{"indications other than meningitis", "other_than_meningitis"},
      Word{"systemic infections", "systemic"},
      Word{"sepsis", "systemic"},
      Word{"bacteraemia", "systemic"},
      Word{"bakteriemi", "systemic"},
      Word{"blood stream", "systemic"},
      Word{"systemisk", "systemic"},
      Word{"infections originating from the urinary tract", "urinary_origin"},
      Word{"pyelonephritis", "urinary_origin"},
      Word{"pyelonefritt", "urinary_origin"},
      Word{"urosepsis", "urinary_origin"},
      Word{"complicated uti", "urinary_origin"},
      Word{"uti", "urinary_origin"},
      Word{"uvi", "urinary_origin"},
      Word{"uncomplicated uti only", "uncomplicated_uti"},
      Word{"uncomplicated uti", "uncomplicated_uti"},
      Word{"ukomplisert uvi", "uncomplicated_uti"},
      Word{"cystitis", "uncomplicated_uti"},
      Word{"cystitt", "uncomplicated_uti"},
      Word{"pneumoni", "pneumonia"},
      Word{"indications other than pneumonia", "other_than_pneumonia"},
      Word{"community-acquired pneumonia", "community_acquired_pneumonia"},
      Word{"skin and skin structure infections", "skin_soft_tissue"},
      Word{"hud og bløtdeler", "skin_soft_tissue"},
      Word{"other indications", "other"},
  };
  for (const auto& word : words)
    if (iequals(word.text, trim(text))) return std::string(word.key);
  for (const auto& cover : covers())
    if (iequals(cover.stated, trim(text))) return std::string(cover.stated);
  return std::nullopt;
}

}  // namespace kres::susceptibility
