#include "report/labels/symbol.h"

#include <zint.h>

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace kres::report::labels {

namespace {

constexpr std::size_t kLongest = 80;  // characters; more would fit on no label
constexpr int kErrorCorrectionM = 2;  // the library's number of the level

struct Delete {
  void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

Result<void> check(std::string_view text) {
  const auto printable = [](char c) { return c >= ' ' && c <= '~'; };
  if (text.empty()) return bad_input("A label needs a code");
  if (text.size() > kLongest)
    return bad_input(fmt::format("The code is longer than {} characters", kLongest));
  if (!std::all_of(text.begin(), text.end(), printable))
    return bad_input("A code on a label has letters, digits and signs of ASCII only");
  return {};
}

Symbol modules_of(const zint_symbol& drawn) {
  Symbol symbol{.rows = drawn.rows, .columns = drawn.width, .dark = {}};
  for (int row = 0; row < drawn.rows; ++row)
    for (int column = 0; column < drawn.width; ++column)
      symbol.dark.push_back((drawn.encoded_data[row][column / 8] >> (column % 8) & 1) != 0);
  return symbol;
}

Result<Symbol> encode(std::string_view text, int symbology, int level) {
  KRES_TRY(check(text));
  const std::unique_ptr<zint_symbol, Delete> symbol(ZBarcode_Create());
  if (!symbol) return environment_error("there is no memory for a label's symbol");
  symbol->symbology = symbology;
  symbol->option_1 = level;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  if (ZBarcode_Encode(symbol.get(), bytes, static_cast<int>(text.size())) >= ZINT_ERROR)
    return bad_input(fmt::format("The code '{}' cannot be drawn: {}", text, symbol->errtxt));
  return modules_of(*symbol);
}

}  // namespace

Result<Symbol> code_128(std::string_view text) { return encode(text, BARCODE_CODE128, -1); }
Result<Symbol> qr_code(std::string_view text) {
  return encode(text, BARCODE_QRCODE, kErrorCorrectionM);
}

}  // namespace kres::report::labels
