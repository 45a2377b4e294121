#include "exchange/antibiograms/date_order.h"

#include <array>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::exchange {

namespace {

using Parts = std::array<long long, 3>;

std::string_view day_part(std::string_view cell) {
  cell = trim(cell);
  return cell.substr(0, cell.find_first_of(" T"));
}

// The three numbers of "2/1/1995" or "2.1.1995".
std::optional<Parts> parts_of(std::string_view cell) {
  const auto day = day_part(cell);
  for (const char separator : {'/', '.'}) {
    const auto pieces = split(day, separator);
    if (pieces.size() != 3) continue;
    Parts parts{};
    for (std::size_t i = 0; i < 3; ++i) {
      const auto number = parse_int(pieces[i]);
      if (!number || *number < 1 || *number > 9999) return std::nullopt;
      parts[i] = *number;
    }
    return parts;
  }
  return std::nullopt;
}

}  // namespace

void DateOrder::observe(std::string_view cell) {
  const auto parts = parts_of(cell);
  if (!parts) return;
  has_slashes_ = true;
  if ((*parts)[0] > 12) day_first_ = true;
  if ((*parts)[1] > 12) month_first_ = true;
}

std::optional<Date> DateOrder::read(std::string_view cell) const {
  if (const auto date = Date::parse(day_part(cell))) return date;
  const auto parts = parts_of(cell);
  if (!parts || !is_known()) return std::nullopt;
  const auto [first, second, year] = *parts;
  const auto day = day_first_ ? first : second, month = day_first_ ? second : first;
  return Date::parse(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

}  // namespace kres::exchange
