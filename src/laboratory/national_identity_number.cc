#include "laboratory/national_identity_number.h"

#include <algorithm>
#include <array>

namespace kres::laboratory {

namespace {

// Weights of the two control digits (Lov om folkeregistrering, forskriften § 2-2-1).
constexpr std::array<int, 10> kFirstWeights{3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
constexpr std::array<int, 11> kSecondWeights{5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

template <std::size_t N>
bool fits(const std::string& digits, const std::array<int, N>& weights) {
  int sum = 0;
  for (std::size_t i = 0; i < N; ++i) sum += (digits[i] - '0') * weights[i];
  return sum % 11 == 0;
}

int two_digits(const std::string& digits, std::size_t at) {
  return (digits[at] - '0') * 10 + (digits[at + 1] - '0');
}

// Which century is meant is told by the individual number; here a leap day may be one of any.
bool is_day(int day, int month) {
  constexpr std::array<int, 12> kDays{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month >= 1 && month <= 12 && day >= 1 && day <= kDays[static_cast<std::size_t>(month - 1)];
}

tl::unexpected<Error> no_number(std::string why) {
  return bad_input("This is no national identity number: " + std::move(why), {}, 0,
                   "look at it again where it came from");
}

}  // namespace

Result<NationalIdentityNumber> NationalIdentityNumber::parse(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c != ' ') digits += c;
  if (digits.size() != 11 || !std::all_of(digits.begin(), digits.end(), is_digit))
    return no_number("it has not eleven digits");
  auto day = two_digits(digits, 0);
  auto month = two_digits(digits, 2);
  if (day > 40) day -= 40;
  bool synthetic = false;
  for (const int added : {80, 65, 40}) {
    if (month <= added) continue;
    month -= added;
    synthetic = true;
    break;
  }
  if (!is_day(day, month)) return no_number("there is no such day");
  if (!fits(digits, kFirstWeights) || !fits(digits, kSecondWeights))
    return no_number("a control digit does not fit");
  return NationalIdentityNumber(std::move(digits), synthetic);
}

}  // namespace kres::laboratory
