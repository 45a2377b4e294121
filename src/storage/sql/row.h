// One row of a query's result: cells by position, typed when read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"

namespace kres::storage {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

// Requires of every accessor: the column exists and holds what is asked for; whole numbers are read
// as real ones too, and numbers from digits (SQLite gives computed columns as text, PostgreSQL sums
// as real). A null is the empty text, 0, or nothing for the optional ones.
class Row {
 public:
  explicit Row(std::vector<Value> cells) : cells_(std::move(cells)) {}

  const Value& cell(std::size_t column) const { return cells_.at(column); }
  std::string text(std::size_t column) const;
  std::int64_t integer(std::size_t column) const;
  int small(std::size_t column) const { return static_cast<int>(integer(column)); }
  bool flag(std::size_t column) const { return integer(column) != 0; }
  double real(std::size_t column) const;
  Date date(std::size_t column) const;        // stored as 2026-11-21
  Instant instant(std::size_t column) const;  // stored as 2026-11-21T13:05:09.123Z
  bool is_null(std::size_t column) const;
  std::optional<std::int64_t> optional_integer(std::size_t column) const;
  std::optional<Date> optional_date(std::size_t column) const;
  std::optional<Instant> optional_instant(std::size_t column) const;

 private:
  std::vector<Value> cells_;
};

}  // namespace kres::storage
