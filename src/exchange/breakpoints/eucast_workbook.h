// Reads EUCAST's breakpoint workbook: a sheet an organism group, a block of columns an agent class.
//
// A block begins with the class, "MIC breakpoints (mg/L)", "Disk content (µg)", "Zone diameter
// breakpoints (mm)" and, in the row below, S <=, R >, ATU, S >=, R <, ATU. Numbers in brackets are
// bracketed breakpoints; superscripts are references to notes. What notes say in words, among it
// the screening cut-offs, is not read.
#pragma once

#include <string>
#include <string_view>

#include "exchange/breakpoints/imported_breakpoints.h"

namespace kres::exchange {

// Fails with sheet and row on a cell that cannot stand in its column (a shifted column), on
// organisms and indications that are unknown, and on a workbook without blocks of breakpoints.
Result<ImportedBreakpoints> import_eucast_workbook(std::string_view bytes, const std::string& name,
                                                   const ImportVocabulary& vocabulary);

}  // namespace kres::exchange
