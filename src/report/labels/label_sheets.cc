#include "report/labels/label_sheets.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::report::labels {

namespace {

constexpr double kSheetWidth = 210, kSheetHeight = 297;  // A4, mm
constexpr double kRounding = 0.05;                       // of printed dimensions, mm

class RowReader {
 public:
  RowReader(const TsvTable& table, const TsvRow& row) : table_(table), row_(row) {}

  tl::unexpected<Error> wrong(std::string message) const {
    return bad_input(std::move(message), table_.name(), row_.line());
  }

  Result<double> length(std::string_view column) const {
    const auto value = parse_double(row_[column]);
    if (!value || *value < 0)
      return wrong(fmt::format("'{}' is no length in mm: '{}'", column, row_[column]));
    return *value;
  }

  Result<int> count(std::string_view column) const {
    const auto value = parse_int(row_[column]);
    if (!value || *value < 1 || *value > 50)
      return wrong(fmt::format("'{}' is no number from 1 to 50: '{}'", column, row_[column]));
    return static_cast<int>(*value);
  }

  Result<void> symbols(LabelSheet& sheet) const {
    for (const auto name : split(row_["symbols"], ';')) {
      if (name == "code_128")
        sheet.code_128 = true;
      else if (name == "qr")
        sheet.qr = true;
      else
        return wrong(fmt::format("'{}' is no symbol: code_128 or qr", name));
    }
    return {};
  }

  Result<LabelSheet> sheet() const {
    LabelSheet sheet{.id = std::string(row_["id"]),
                     .name = {std::string(row_["name_nb"]), std::string(row_["name_en"])}};
    KRES_ASSIGN(sheet.columns, count("columns"));
    KRES_ASSIGN(sheet.rows, count("rows"));
    KRES_ASSIGN(sheet.width, length("width"));
    KRES_ASSIGN(sheet.height, length("height"));
    KRES_ASSIGN(sheet.left, length("left"));
    KRES_ASSIGN(sheet.top, length("top"));
    KRES_ASSIGN(sheet.column_pitch, length("column_pitch"));
    KRES_ASSIGN(sheet.row_pitch, length("row_pitch"));
    KRES_TRY(symbols(sheet));
    KRES_TRY(check_place(sheet));
    return sheet;
  }

 private:
  Result<void> check_place(const LabelSheet& sheet) const {
    if (sheet.column_pitch + kRounding < sheet.width || sheet.row_pitch + kRounding < sheet.height)
      return wrong("The labels overlap: a pitch is less than the size of a label");
    const double right = sheet.left + (sheet.columns - 1) * sheet.column_pitch + sheet.width;
    const double bottom = sheet.top + (sheet.rows - 1) * sheet.row_pitch + sheet.height;
    if (right > kSheetWidth + kRounding || bottom > kSheetHeight + kRounding)
      return wrong(fmt::format("The labels end at {} x {} mm, outside the sheet", right, bottom));
    return {};
  }

  const TsvTable& table_;
  const TsvRow& row_;
};

}  // namespace

Result<LabelSheets> LabelSheets::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, std::move(name),
                              {"id", "name_nb", "name_en", "columns", "rows", "width", "height",
                               "left", "top", "column_pitch", "row_pitch", "symbols", "source"}));
  LabelSheets sheets;
  for (const auto& row : table.rows()) {
    const RowReader reader(table, row);
    KRES_ASSIGN(auto sheet, reader.sheet());
    if (sheets.find(sheet.id) != nullptr)
      return reader.wrong(fmt::format("The sheet '{}' is listed twice", sheet.id));
    sheets.sheets_.push_back(std::move(sheet));
  }
  return sheets;
}

const LabelSheet* LabelSheets::find(std::string_view id) const {
  for (const auto& sheet : sheets_)
    if (sheet.id == id) return &sheet;
  return nullptr;
}

}  // namespace kres::report::labels
