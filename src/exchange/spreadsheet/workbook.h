// A workbook (.xlsx) as the texts of its cells. Superscripts, which mark notes, are left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::exchange {

struct SheetRow {
  std::size_t number = 0;          // as the spreadsheet program shows it
  std::vector<std::string> cells;  // trimmed, from column A on; missing ones are empty

  std::string_view cell(std::size_t column) const {
    return column < cells.size() ? std::string_view(cells[column]) : std::string_view();
  }
};

struct Sheet {
  std::string name;
  std::vector<SheetRow> rows;  // rows without cells are left out
};

// Fails on what is no workbook, is damaged, or would unpack to more than the limits of ZipArchive.
Result<std::vector<Sheet>> read_workbook(std::string_view bytes, const std::string& name);

}  // namespace kres::exchange
