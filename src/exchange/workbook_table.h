// The first sheet of a workbook as a tab-separated table, with every cell that cannot be trusted.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "exchange/referral_batch.h"

namespace kres::exchange {

// True if the bytes begin as a ZIP archive does, which a workbook is.
bool looks_like_workbook(std::string_view bytes);

// Line n of the text is row n of the sheet. Days in the columns named `dates` are written as ISO
// dates; a day in another column, a formula, and merged cells are complained about. Errors: no
// workbook, damaged, hostile.
Result<std::string> workbook_table(std::string_view bytes, const std::string& name,
                                   const std::set<std::string>& dates,
                                   std::vector<RowMessage>& messages);

}  // namespace kres::exchange
