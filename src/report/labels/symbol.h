// Code 128 and QR symbols as black and white modules. symbol.cc alone knows the library.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::report::labels {

// Without the quiet zone that a reader needs around it: 10 modules beside a code 128, 4 on every
// side of a QR code.
struct Symbol {
  int rows = 0;  // 1 for a code 128
  int columns = 0;
  std::vector<bool> dark;  // row by row

  bool is_dark(int row, int column) const {
    return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                static_cast<std::size_t>(column)];
  }
};

inline constexpr int kCode128Quiet = 10;
inline constexpr int kQrQuiet = 4;

// Errors (bad_input): empty, longer than the symbol takes, other than printable ASCII.
Result<Symbol> code_128(std::string_view text);
// Error correction level M: readable with a seventh of it gone.
Result<Symbol> qr_code(std::string_view text);

}  // namespace kres::report::labels
