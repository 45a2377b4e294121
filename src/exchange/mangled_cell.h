// Finds cells that a spreadsheet program has rewritten.
#pragma once

#include <string>
#include <string_view>

namespace kres::exchange {

// Why the cell is not what was typed ("1-Mar", "OCT-1", "mar.26", "1,03E+05"), or empty.
std::string mangled_reason(std::string_view cell);

}  // namespace kres::exchange
