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
      {"systemic", {"systemic", "other_than_meningitis", "other", ""}},
      {"urinary_origin", {"urinary_origin", "other_than_meningitis", ""}},
      {"uncomplicated_uti", {"uncomplicated_uti", "urinary_origin", "other_than_meningitis", ""}},
      {"other", {"other", "other_than_meningitis", "systemic", ""}},
      {"screen", {"screen"}},
  };
  return table;
}

bool any_within(const Organism& organism, const std::vector<std::string>& scopes) {
  return std::any_of(scopes.begin(), scopes.end(),
                     [&](const std::string& scope) { return organism.is_within(scope); });
}

// Rows of the agent whose scope holds the organism; those that name it push out the general ones.
Rows rows_in_scope(const BreakpointTable& table, const Organism& organism, const std::string& agent,
                   RowKind kind) {
  Rows named, general;
  for (const auto& row : table.rows()) {
    if (row.kind != kind || row.agent != agent || row.group != organism.group) continue;
    if (any_within(organism, row.except)) continue;
    if (row.species.empty())
      general.push_back(&row);
    else if (any_within(organism, row.species))
      named.push_back(&row);
  }
  return named.empty() ? general : named;
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

// An agent that is unsuitable for every indication is unsuitable for this one too.
bool is_unsuitable(const BreakpointRow& row) {
  return row.indication.empty() && row.mic_s.kind == BoundKind::dash;
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
  const auto unsuitable = std::find_if(
      rows.begin(), rows.end(), [](const BreakpointRow* row) { return is_unsuitable(*row); });
  return unsuitable != rows.end() ? *unsuitable : nullptr;
}

}  // namespace

RowChoice select_breakpoint(const BreakpointTable& table, const Organism& organism,
                            const Measurement& measurement) {
  RowChoice choice;
  const Rows scope = rows_in_scope(table, organism, measurement.agent, RowKind::breakpoint);
  if (scope.empty()) {
    choice.reason = "no_row";
    return choice;
  }
  const Rows rows = with_route(scope, measurement.route);
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
                                   const std::string& agent) {
  const Rows rows = rows_in_scope(table, organism, agent, RowKind::screen);
  return rows.empty() ? nullptr : rows.front();
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
      Word{"other indications", "other"},
  };
  for (const auto& word : words)
    if (iequals(word.text, trim(text))) return std::string(word.key);
  for (const auto& cover : covers())
    if (iequals(cover.stated, trim(text))) return std::string(cover.stated);
  return std::nullopt;
}

}  // namespace kres::susceptibility
