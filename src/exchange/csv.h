// Comma- or semicolon-separated text with quoted cells, as spreadsheets write it.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::exchange {

// The same table with tabs between the cells, one line for each line: what the project's readers of
// tables take. Text that already has tabs in its header line comes back as it is; the separator is
// the one of ';' and ',' that the header line has. Fails on a quote that is not closed within its
// line and on a tab inside a cell.
Result<std::string> to_tab_separated(std::string_view text, const std::string& name);

}  // namespace kres::exchange
