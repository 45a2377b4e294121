// Sheets of labels for office printers: how many labels an A4 sheet has, how large, and where.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/language.h"

namespace kres::report::labels {

// Lengths are millimetres; `left` and `top` are the margins before the first label, a pitch goes
// from one label's edge to the same edge of the next.
struct LabelSheet {
  std::string id;  // "a4_65"
  BilingualText name;
  int columns = 0, rows = 0;
  double width = 0, height = 0;
  double left = 0, top = 0;
  double column_pitch = 0, row_pitch = 0;
  bool code_128 = false, qr = false;  // what is printed on a label beside its text

  int labels() const { return columns * rows; }
};

class LabelSheets {
 public:
  // Columns: id, name_nb, name_en, columns, rows, width, height, left, top, column_pitch,
  // row_pitch, symbols (code_128;qr), source. Fails, with line, on a repeated id, a number that is
  // none, labels that overlap or leave the sheet, and a row without a symbol.
  static Result<LabelSheets> parse(std::string_view text, std::string name);

  const std::vector<LabelSheet>& all() const { return sheets_; }
  const LabelSheet* find(std::string_view id) const;  // null if there is none

 private:
  std::vector<LabelSheet> sheets_;
};

}  // namespace kres::report::labels
