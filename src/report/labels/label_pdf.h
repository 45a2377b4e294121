// Labels on sheets, as a PDF to print at full size.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "report/labels/label_sheets.h"
#include "report/pdf/canvas.h"

namespace kres::report::labels {

// No name of a patient belongs on one.
struct Label {
  std::string code;                // what the symbols say, printed first in clear text
  std::vector<std::string> lines;  // below it, as many as fit
};

inline constexpr std::size_t kMostLabels = 2000;  // of one file

// Fills the sheets row by row, from `first` on (1 is the first label of the sheet: a sheet that was
// begun can be used up). Errors (bad_input): no labels or too many, `first` outside the sheet, a
// code that does not fit on a label of this sheet in modules that a hand scanner reads.
Result<std::string> label_pdf(const LabelSheet& sheet, const std::vector<Label>& labels, int first,
                              const pdf::Metadata& metadata);

}  // namespace kres::report::labels
