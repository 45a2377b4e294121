#include "base/tsv.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/blanks.h"
#include "base/text.h"

namespace kres {

namespace {

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Result<void> check_header(const std::vector<std::string>& header, const std::string& file,
                          std::size_t line, const std::vector<std::string>& required,
                          const std::vector<std::string>& optional, bool allow_unknown) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (std::find(header.begin(), header.begin() + static_cast<std::ptrdiff_t>(i), header[i]) !=
        header.begin() + static_cast<std::ptrdiff_t>(i))
      return bad_input(fmt::format("column '{}' occurs twice", header[i]), file, line);
    if (!allow_unknown && !contains(required, header[i]) && !contains(optional, header[i]))
      return bad_input(
          fmt::format("unknown column '{}'", header[i]), file, line,
          fmt::format("known columns: {}", join(required, ", ") + (optional.empty() ? "" : ", ") +
                                               join(optional, ", ")));
  }
  for (const auto& name : required)
    if (!contains(header, name))
      return bad_input(fmt::format("column '{}' is missing", name), file, line,
                       fmt::format("required columns: {}", join(required, ", ")));
  return {};
}

std::vector<std::string> cells_of(std::string_view line, char separator) {
  std::vector<std::string> cells;
  for (const auto part : split(line, separator)) cells.emplace_back(trim_blanks(part));
  return cells;
}

}  // namespace

std::string_view TsvRow::operator[](std::string_view column) const {
  const auto index = table_->column(column);
  return index ? std::string_view(cells_[*index]) : std::string_view();
}

TsvTable::TsvTable(TsvTable&& other) noexcept { *this = std::move(other); }

TsvTable& TsvTable::operator=(TsvTable&& other) noexcept {
  name_ = std::move(other.name_);
  comments_ = std::move(other.comments_);
  header_ = std::move(other.header_);
  rows_ = std::move(other.rows_);
  adopt_rows();
  return *this;
}

void TsvTable::adopt_rows() {
  for (auto& row : rows_) row.table_ = this;
}

std::optional<std::size_t> TsvTable::column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

Result<TsvTable> TsvTable::parse(std::string_view text, std::string name,
                                 const std::vector<std::string>& required,
                                 const std::vector<std::string>& optional, bool allow_unknown,
                                 char separator) {
  TsvTable table;
  table.name_ = std::move(name);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::size_t line_number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trim(line).empty()) continue;
    if (!is_valid_utf8(line) || line.find('\0') != std::string_view::npos)
      return bad_input("is not UTF-8 text", table.name_, line_number,
                       "save the table as UTF-8 text");
    if (table.header_.empty()) {
      if (line.starts_with('#')) {
        table.comments_.emplace_back(line);
        continue;
      }
      table.header_ = cells_of(line, separator);
      KRES_TRY(
          check_header(table.header_, table.name_, line_number, required, optional, allow_unknown));
      continue;
    }
    TsvRow row;
    row.line_ = line_number;
    row.cells_ = cells_of(line, separator);
    if (row.cells_.size() != table.header_.size())
      return bad_input(fmt::format("row has {} cells, the header has {}", row.cells_.size(),
                                   table.header_.size()),
                       table.name_, line_number);
    table.rows_.push_back(std::move(row));
  }
  if (table.header_.empty())
    return bad_input("is empty: no header row", table.name_, 0,
                     fmt::format("required columns: {}", join(required, ", ")));
  table.adopt_rows();
  return table;
}

}  // namespace kres
