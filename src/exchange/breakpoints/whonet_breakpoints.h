// Reads one year of EUCAST's breakpoints out of WHONET's Breakpoints.txt.
//
// WHONET prints R as the first resistant value (MIC >=, zone <=), this project as the bound (MIC >,
// zone <); an S of 0.0001 mg/L there is 0.001 mg/L here. It has no dashes, IE, brackets or ATUs.
#pragma once

#include <string>
#include <string_view>

#include "exchange/breakpoints/imported_breakpoints.h"

namespace kres::exchange {

// True if the first line has the columns of WHONET's breakpoint table.
bool is_whonet_breakpoints(std::string_view text);

// `scopes`: data/whonet_scopes.tsv. Counts the rows of this year's EUCAST for people. Fails with
// file and line on a damaged table, on numbers that contradict each other, and if the year is
// absent.
Result<ImportedBreakpoints> import_whonet_breakpoints(std::string_view text,
                                                      const std::string& name, int year,
                                                      std::string_view scopes,
                                                      const ImportVocabulary& vocabulary);

}  // namespace kres::exchange
