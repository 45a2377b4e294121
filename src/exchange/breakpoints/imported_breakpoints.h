// What an outside breakpoint table gave, with an account of each of its rows.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "susceptibility/breakpoint_table.h"
#include "vocabulary/agent_table.h"
#include "vocabulary/organism_table.h"

namespace kres::exchange {

struct ImportedBreakpoints {
  std::vector<susceptibility::BreakpointRow> rows;
  std::size_t read = 0;                         // rows of the outside table
  std::size_t kept = 0;                         // that went into rows; several may make one
  std::map<std::string, std::size_t> left_out;  // reason -> rows; read = kept + all of these
};

// What outside names are understood with, and the version that the new one follows.
struct ImportVocabulary {
  const AgentTable& agents;
  const OrganismTable& organisms;
  const susceptibility::BreakpointTable& previous;
};

// Whether the outside table says which breakpoints stand in brackets.
enum class Brackets { printed, not_printed };

// Brings the rows of an outside table into the form of the project's:
// - a row for a whole group stands beside rows of species that only hold for a route or indication;
// - a species that has a row of its own for an agent is excepted from rows for its genus;
// - one row is the default where a scope has several: intravenous before any before oral, then the
//   widest indication, then the lowest bound;
// - the method that an agent demands is taken over from the previous version;
// - brackets too, where the outside table prints none;
// - screening cut-offs of the previous version that the table lacks come as "not given";
// - ids: group, WHONET code, number.
// Fails if two rows say the same of the same organisms.
Result<std::vector<susceptibility::BreakpointRow>> finish_rows(
    std::vector<susceptibility::BreakpointRow> rows, const ImportVocabulary& vocabulary,
    Brackets brackets, const std::string& name);

}  // namespace kres::exchange
