// A workbook (.xlsx) as the texts of its cells. Superscripts, which mark notes, are left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::exchange {

enum class CellKind {
  text,
  number,
  date,     // a number shown as a day: its text is the count of days, as stored
  formula,  // its text is the result that the program kept
  error,    // what the program shows where it could not compute: "#N/A"
};

struct SheetRow {
  std::size_t number = 0;          // as the spreadsheet program shows it
  std::vector<std::string> cells;  // trimmed, from column A on; missing ones are empty
  std::vector<CellKind> kinds;     // of the cells

  std::string_view cell(std::size_t column) const {
    return column < cells.size() ? std::string_view(cells[column]) : std::string_view();
  }
  CellKind kind(std::size_t column) const {
    return column < kinds.size() ? kinds[column] : CellKind::text;
  }
};

struct Sheet {
  std::string name;
  std::vector<SheetRow> rows;       // by number, whatever their order in the file; no empty ones
  std::vector<std::string> merged;  // ranges of merged cells: "A2:B3"
  bool counts_from_1904 = false;    // days are counted from 1 January 1904, not from 1900
};

// Fails on what is no workbook, is damaged (a row or cell that stands twice), or would unpack to
// more than the limits of ZipArchive.
Result<std::vector<Sheet>> read_workbook(std::string_view bytes, const std::string& name);

}  // namespace kres::exchange
