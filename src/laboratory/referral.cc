#include "laboratory/referral.h"

#include <array>

#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {

constexpr std::array<NameRow<MicrobeGroup>, 4> kGroups{{{MicrobeGroup::CPO, "CPO"},
                                                        {MicrobeGroup::ColR, "ColR"},
                                                        {MicrobeGroup::VRE, "VRE"},
                                                        {MicrobeGroup::LRE, "LRE"}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Requires: eleven digits. The last two are check digits; day + 40 marks a D-number.
bool is_identity_number(std::string_view digits) {
  constexpr std::array<int, 10> first{3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
  constexpr std::array<int, 11> second{5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  int first_sum = 0, second_sum = 0;
  for (std::size_t i = 0; i < first.size(); ++i) first_sum += first[i] * (digits[i] - '0');
  for (std::size_t i = 0; i < second.size(); ++i) second_sum += second[i] * (digits[i] - '0');
  const int day = (digits[0] - '0') * 10 + (digits[1] - '0');
  const int month = (digits[2] - '0') * 10 + (digits[3] - '0');
  const bool is_day = (day >= 1 && day <= 31) || (day >= 41 && day <= 71);
  return first_sum % 11 == 0 && second_sum % 11 == 0 && is_day && month % 40 >= 1 &&
         month % 40 <= 12;
}

}  // namespace

std::string_view name_of(MicrobeGroup group) { return name_in(kGroups, group); }
std::optional<MicrobeGroup> microbe_group_from(std::string_view name) {
  return value_in<MicrobeGroup>(kGroups, name);
}

bool contains_national_identity_number(std::string_view text) {
  std::string digits;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_digit(text[i])) {
      digits += text[i];
      continue;
    }
    // "010203 12345" is one number written with a blank.
    if (i < text.size() && text[i] == ' ' && digits.size() == 6) continue;
    if (digits.size() == 11 && is_identity_number(digits)) return true;
    digits.clear();
  }
  return false;
}

}  // namespace kres::laboratory
