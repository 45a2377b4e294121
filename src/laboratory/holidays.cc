#include "laboratory/holidays.h"

#include <algorithm>
#include <array>

namespace kres::laboratory {

Date easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1)};
}

bool is_public_holiday(Date date) {
  constexpr std::array<std::pair<unsigned, unsigned>, 5> fixed{
      {{1, 1}, {5, 1}, {5, 17}, {12, 25}, {12, 26}}};
  if (std::find(fixed.begin(), fixed.end(), std::pair{date.month, date.day}) != fixed.end())
    return true;
  // Maundy Thursday, Good Friday, Easter, Ascension, Pentecost: days from Easter Sunday.
  constexpr std::array<int, 7> movable{-3, -2, 0, 1, 39, 49, 50};
  const int from_easter = days_between(easter_sunday(date.year), date);
  return std::find(movable.begin(), movable.end(), from_easter) != movable.end();
}

bool is_working_day(Date date) { return !is_weekend(date) && !is_public_holiday(date); }

int working_days_between(Date from, Date to) {
  int count = 0;
  for (Date day = add_days(from, 1); day <= to; day = add_days(day, 1))
    count += is_working_day(day);
  return count;
}

}  // namespace kres::laboratory
