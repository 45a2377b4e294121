#include "exchange/mangled_cell.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"

namespace kres::exchange {

namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool is_month(std::string_view text) {
  constexpr std::array<std::string_view, 18> months{"jan", "feb", "mar",  "apr",  "may", "jun",
                                                    "jul", "aug", "sep",  "sept", "oct", "nov",
                                                    "dec", "mai", "juni", "juli", "okt", "des"};
  return std::find(months.begin(), months.end(), to_lower(text)) != months.end();
}

// A day or year and a month, in either order, joined by one sign: Excel's short dates.
bool is_short_date(std::string_view cell) {
  const auto sign = cell.find_first_of("-./ ");
  if (sign == std::string_view::npos) return false;
  const auto left = cell.substr(0, sign);
  auto right = cell.substr(sign + 1);
  if (right.ends_with('.')) right.remove_suffix(1);
  const auto number = [](std::string_view text) {
    return all_digits(text) && (text.size() <= 2 || text.size() == 4);
  };
  return (number(left) && is_month(right)) || (is_month(left) && number(right));
}

// "1.03E+05": a long number written with an exponent.
bool is_exponent(std::string_view cell) {
  const auto e = cell.find_first_of("eE");
  if (e == std::string_view::npos || e + 3 > cell.size()) return false;
  const auto mantissa = cell.substr(0, e);
  const bool decimal = std::all_of(mantissa.begin(), mantissa.end(), [](unsigned char c) {
    return std::isdigit(c) != 0 || c == '.' || c == ',';
  });
  return decimal && e > 0 && (cell[e + 1] == '+' || cell[e + 1] == '-') &&
         all_digits(cell.substr(e + 2));
}

}  // namespace

std::string mangled_reason(std::string_view cell) {
  if (is_short_date(cell)) return "a spreadsheet has turned this cell into a date";
  if (is_exponent(cell)) return "a spreadsheet has turned this cell into a rounded number";
  if (cell.starts_with("#N/A") || cell.starts_with("#REF!") || cell.starts_with("#VALUE!"))
    return "a spreadsheet formula has failed in this cell";
  return {};
}

}  // namespace kres::exchange
