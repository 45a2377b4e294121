#include "exchange/mangled_cell.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "base/text.h"

namespace kres::exchange {

namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
}

// In Norwegian or English, whole or short.
bool is_month(std::string_view text) {
  constexpr std::array<std::string_view, 34> months{
      "jan",   "january",  "januar",    "feb",      "february", "februar", "mar",
      "march", "mars",     "apr",       "april",    "may",      "mai",     "jun",
      "june",  "juni",     "jul",       "july",     "juli",     "aug",     "august",
      "sep",   "sept",     "september", "oct",      "october",  "okt",     "oktober",
      "nov",   "november", "dec",       "december", "des",      "desember"};
  return std::find(months.begin(), months.end(), to_lower(text)) != months.end();
}

// What stands between full stops, blanks, hyphens, commas and strokes.
std::vector<std::string_view> words_of(std::string_view cell) {
  std::vector<std::string_view> words;
  while (!cell.empty()) {
    const auto end = std::min(cell.find_first_of("-./, "), cell.size());
    if (end > 0) words.push_back(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return words;
}

// A month with a day, a year or both, as spreadsheets show days: "1-Mar", "1. mars 2026".
bool is_short_date(std::string_view cell) {
  const auto words = words_of(cell);
  if (words.size() != 2 && words.size() != 3) return false;
  const auto number = [](std::string_view text) {
    return all_digits(text) && (text.size() <= 2 || text.size() == 4);
  };
  const auto months = std::count_if(words.begin(), words.end(), is_month);
  const auto numbers = std::count_if(words.begin(), words.end(), number);
  return months == 1 && static_cast<std::size_t>(months + numbers) == words.size();
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

// "#DIV/0!", "#NAVN?", "#I/T": capital letters of any language, ended as errors are.
bool is_error(std::string_view cell) {
  if (cell.starts_with("#N/A") || cell == "#I/T" || cell == "#GETTING_DATA") return true;
  if (cell.size() < 3 || cell.front() != '#' || (cell.back() != '!' && cell.back() != '?'))
    return false;
  const auto name = cell.substr(1, cell.size() - 2);
  return std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isupper(c) != 0 || std::isdigit(c) != 0 || c == '/' || c == '_' || c >= 0x80;
  });
}

// What is printed where the column was too narrow for the value.
bool is_too_narrow(std::string_view cell) {
  return cell.size() > 1 && cell.find_first_not_of('#') == std::string_view::npos;
}

}  // namespace

std::string mangled_reason(std::string_view cell) {
  if (is_short_date(cell)) return "a spreadsheet has turned this cell into a date";
  if (is_exponent(cell)) return "a spreadsheet has turned this cell into a rounded number";
  if (is_error(cell)) return "a spreadsheet formula has failed in this cell";
  if (is_too_narrow(cell)) return "the column was too narrow for the value of this cell";
  return {};
}

}  // namespace kres::exchange
