// Which cell styles of a workbook show a number as a day.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/error.h"
#include "exchange/spreadsheet/zip_archive.h"

namespace kres::exchange {

// Of a number format's code: "dd\.mm\.yyyy". Quoted text, colours and escapes do not count.
bool is_date_format(std::string_view code);

// The styles by the text that cells name them with ("3"). A workbook without styles has none.
using DateStyles = std::set<std::string>;
Result<DateStyles> date_styles(const ZipArchive& archive, const std::string& name);

}  // namespace kres::exchange
