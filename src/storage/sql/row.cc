#include "storage/sql/row.h"

#include "base/text.h"

namespace kres::storage {

std::string Row::text(std::size_t column) const {
  const auto* text = std::get_if<std::string>(&cells_.at(column));
  return text ? *text : std::string();
}

std::int64_t Row::integer(std::size_t column) const {
  const auto& cell = cells_.at(column);
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
  if (const auto* sum = std::get_if<double>(&cell)) return static_cast<std::int64_t>(*sum);
  if (const auto* text = std::get_if<std::string>(&cell)) return parse_int(*text).value_or(0);
  return 0;
}

double Row::real(std::size_t column) const {
  const auto& cell = cells_.at(column);
  if (const auto* number = std::get_if<double>(&cell)) return *number;
  if (const auto* text = std::get_if<std::string>(&cell)) return parse_double(*text).value_or(0);
  return static_cast<double>(integer(column));
}

Date Row::date(std::size_t column) const { return Date::parse(text(column)).value_or(Date{}); }

Instant Row::instant(std::size_t column) const {
  return parse_instant(text(column)).value_or(Instant{});
}

bool Row::is_null(std::size_t column) const {
  return std::holds_alternative<std::monostate>(cells_.at(column));
}

std::optional<std::int64_t> Row::optional_integer(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

std::optional<Date> Row::optional_date(std::size_t column) const {
  return Date::parse(text(column));
}

std::optional<Instant> Row::optional_instant(std::size_t column) const {
  return parse_instant(text(column));
}

}  // namespace kres::storage
