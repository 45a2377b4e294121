// Tab-separated tables with a header row: the format of the project's own data and of small inputs.
//
// Lines starting with '#' before the header are comments and kept; empty lines are skipped. Every
// row must have as many cells as the header. Cells are trimmed. A UTF-8 byte order mark and CRLF
// are accepted.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres {

class TsvTable;

class TsvRow {
 public:
  std::size_t line() const { return line_; }  // 1-based line in the file
  // Requires: the table was read with this column as required or optional. Empty if an optional
  // column is absent.
  std::string_view operator[](std::string_view column) const;
  const std::vector<std::string>& cells() const { return cells_; }

 private:
  friend class TsvTable;
  const TsvTable* table_ = nullptr;
  std::size_t line_ = 0;
  std::vector<std::string> cells_;
};

class TsvTable {
 public:
  // Fails with file and line on: a missing required column, an unknown or repeated column (unless
  // allow_unknown), a row with another number of cells, bytes that are not UTF-8, no header.
  static Result<TsvTable> parse(std::string_view text, std::string name,
                                const std::vector<std::string>& required,
                                const std::vector<std::string>& optional = {},
                                bool allow_unknown = false, char separator = '\t');

  TsvTable(TsvTable&& other) noexcept;
  TsvTable& operator=(TsvTable&& other) noexcept;

  const std::string& name() const { return name_; }
  const std::vector<std::string>& comments() const { return comments_; }
  const std::vector<std::string>& header() const { return header_; }
  const std::vector<TsvRow>& rows() const { return rows_; }
  std::optional<std::size_t> column(std::string_view name) const;

 private:
  TsvTable() = default;
  void adopt_rows();
  std::string name_;
  std::vector<std::string> comments_;
  std::vector<std::string> header_;
  std::vector<TsvRow> rows_;
};

}  // namespace kres
