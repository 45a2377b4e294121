#include "laboratory/referral.h"

#include <array>

#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {

constexpr std::array<NameRow<MicrobeGroup>, 4> kGroups{{{MicrobeGroup::CPO, "CPO"},
                                                        {MicrobeGroup::ColR, "ColR"},
                                                        {MicrobeGroup::VRE, "VRE"},
                                                        {MicrobeGroup::LRE, "LRE"}}};

constexpr std::array<NameRow<Sends>, 4> kSends{
    {{Sends::unstated, ""}, {Sends::tube, "tube"}, {Sends::data, "data"}, {Sends::both, "both"}}};

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

// Eleven digits in a row, or six and five with blanks, hyphens or full stops between.
struct Eleven {
  std::size_t begin, end;
  std::size_t after_first;  // the end of its first run of digits
  std::string digits;
};

std::size_t end_of(std::string_view text, std::size_t from, bool (*belongs)(char)) {
  while (from < text.size() && belongs(text[from])) ++from;
  return from;
}

std::optional<Eleven> next_eleven(std::string_view text, std::size_t from) {
  const auto other = [](char c) { return !is_digit(c); };
  const auto between = [](char c) { return c == ' ' || c == '-' || c == '.'; };
  for (auto begin = end_of(text, from, other); begin < text.size();) {
    const auto end = end_of(text, begin, is_digit);
    if (end - begin == 11) return Eleven{begin, end, end, std::string(text.substr(begin, 11))};
    const auto second = end_of(text, end, between);
    const auto second_end = end_of(text, second, is_digit);
    if (end - begin == 6 && second_end - second == 5)
      return Eleven{begin, second_end, end,
                    std::string(text.substr(begin, 6)).append(text.substr(second, 5))};
    begin = end_of(text, end, other);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(MicrobeGroup group) { return name_in(kGroups, group); }
std::optional<MicrobeGroup> microbe_group_from(std::string_view name) {
  return value_in<MicrobeGroup>(kGroups, name);
}

std::string_view name_of(Sends sends) { return name_in(kSends, sends); }
std::optional<Sends> sends_from(std::string_view name) { return value_in<Sends>(kSends, name); }

bool contains_national_identity_number(std::string_view text) {
  for (auto found = next_eleven(text, 0); found; found = next_eleven(text, found->after_first))
    if (is_identity_number(found->digits)) return true;
  return false;
}

std::string without_identity_numbers(std::string_view text) {
  std::string shown;
  std::size_t from = 0;
  for (auto found = next_eleven(text, 0); found; found = next_eleven(text, from)) {
    shown += text.substr(from, found->begin - from);
    shown += "[eleven digits]";
    from = found->end;
  }
  return shown += text.substr(from);
}

}  // namespace kres::laboratory
