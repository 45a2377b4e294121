#include "exchange/workbook_table.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/mangled_cell.h"
#include "exchange/spreadsheet/workbook.h"

namespace kres::exchange {

namespace {

// Day 60 of the count from 1900 is 29 February 1900, which never was: earlier days are ambiguous.
std::optional<Date> day_of(std::string_view count, bool from_1904) {
  const auto days = parse_double(count);
  if (!days || *days < 61 || *days > 200000) return std::nullopt;
  return add_days(from_1904 ? Date{1904, 1, 1} : Date{1899, 12, 30}, static_cast<int>(*days));
}

// A line break or tab inside a cell becomes a blank.
std::string one_line(std::string_view cell) {
  std::string text(cell);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

class TableWriter {
 public:
  TableWriter(const Sheet& sheet, const std::string& name, const std::set<std::string>& dates,
              std::vector<RowMessage>& messages)
      : sheet_(sheet), name_(name), dates_(dates), messages_(messages) {}

  std::string write() {
    for (const auto& range : sheet_.merged) complain_about_merged(range);
    std::string text;
    std::size_t line = 1;
    for (const auto& row : sheet_.rows) {
      text.append(row.number - line, '\n');
      line = row.number;
      text += header_.empty() ? header(row) : cells(row);
    }
    return text;
  }

 private:
  void complain(std::size_t row, const std::string& column, std::string code, std::string what) {
    messages_.push_back({Severity::error, name_, row,
                         column.empty() ? std::move(what) : fmt::format("{}: {}", column, what),
                         column, std::move(code)});
  }

  void complain_about_merged(const std::string& range) {
    const std::string_view corner = split(range, ':').front();
    const auto letters = std::min(corner.find_first_of("0123456789"), corner.size());
    const auto row = parse_int(corner.substr(letters));
    complain(row ? static_cast<std::size_t>(*row) : 0, "", "merged",
             fmt::format("the cells {} are merged; give every isolate a row of its own", range));
  }

  std::string header(const SheetRow& row) {
    for (const auto& cell : row.cells) header_.push_back(one_line(cell));
    return join(header_, "\t");
  }

  // As many cells as the header, or more where the row goes on.
  std::string cells(const SheetRow& row) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < std::max(header_.size(), row.cells.size()); ++i)
      texts.push_back(cell(row, i));
    return join(texts, "\t");
  }

  std::string cell(const SheetRow& row, std::size_t column) {
    const auto text = one_line(row.cell(column));
    const std::string name = column < header_.size() ? header_[column] : "";
    if (row.kind(column) == CellKind::formula)
      complain(row.number, name, "formula", "holds a formula; put its value in the cell instead");
    if (row.kind(column) == CellKind::error && mangled_reason(text).empty())
      complain(row.number, name, "mangled", "a spreadsheet formula has failed in this cell");
    if (row.kind(column) != CellKind::date) return text;
    if (!dates_.contains(name)) {
      complain(row.number, name, "mangled_date", "a spreadsheet has turned this cell into a date");
      return text;
    }
    const auto day = day_of(text, sheet_.counts_from_1904);
    return day ? day->iso() : text;
  }

  const Sheet& sheet_;
  const std::string& name_;
  const std::set<std::string>& dates_;
  std::vector<RowMessage>& messages_;
  std::vector<std::string> header_;
};

// What the user may have meant to send as well.
void mention_other_sheets(const std::vector<Sheet>& sheets, const std::string& name,
                          std::vector<RowMessage>& messages) {
  for (std::size_t i = 1; i < sheets.size(); ++i)
    if (!sheets[i].rows.empty())
      messages.push_back({Severity::warning, name, 0,
                          fmt::format("only the first sheet is read, and not '{}'", sheets[i].name),
                          "", "other_sheet"});
}

}  // namespace

bool looks_like_workbook(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

Result<std::string> workbook_table(std::string_view bytes, const std::string& name,
                                   const std::set<std::string>& dates,
                                   std::vector<RowMessage>& messages) {
  KRES_ASSIGN(const auto sheets, read_workbook(bytes, name));
  constexpr std::size_t kMostRows = 100'000;
  const auto& first = sheets.front();
  if (!first.rows.empty() && first.rows.back().number > kMostRows)
    return bad_input("has rows beyond row 100000", name, 0, "send it as several sheets");
  mention_other_sheets(sheets, name, messages);
  return TableWriter(first, name, dates, messages).write();
}

}  // namespace kres::exchange
