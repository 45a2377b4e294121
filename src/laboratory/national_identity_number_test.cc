// Norwegian national identity numbers: which are ones. The accepted are synthetic, made by hand
// from the published rule: no person has them.
#include "laboratory/national_identity_number.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

std::string refusal(const std::string& text) {
  const auto number = NationalIdentityNumber::parse(text);
  return number ? "" : number.error().message;
}

// The control digits by the rule in words: the weighted sum of all digits is divisible by 11.
std::string with_control_digits(const std::string& nine) {
  const int first[] = {3, 7, 6, 1, 8, 9, 4, 5, 2};
  const int second[] = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i) sum += (nine[i] - '0') * first[i];
  const int k1 = (11 - sum % 11) % 11;
  if (k1 == 10) return {};
  const auto ten = nine + static_cast<char>('0' + k1);
  sum = 0;
  for (std::size_t i = 0; i < 10; ++i) sum += (ten[i] - '0') * second[i];
  const int k2 = (11 - sum % 11) % 11;
  return k2 == 10 ? std::string() : ten + static_cast<char>('0' + k2);
}

// The first individual number with control digits: some have none.
std::string number_of(const std::string& date) {
  for (int individual = 100; individual < 200; ++individual)
    if (auto number = with_control_digits(date + std::to_string(individual)); !number.empty())
      return number;
  return {};
}

TEST(NationalIdentityNumber, AcceptsSyntheticBirthAndDNumbers) {
  for (const auto* date : {"018190", "298296", "418190"}) {  // month + 80; leap day; day + 40
    const auto number = NationalIdentityNumber::parse(number_of(date));
    ASSERT_TRUE(number) << date << number.error().text();
    EXPECT_TRUE(number->is_synthetic());
  }
  EXPECT_TRUE(NationalIdentityNumber::parse(number_of("014190"))->is_synthetic()) << "month + 40";
  EXPECT_TRUE(NationalIdentityNumber::parse(number_of("017090"))->is_synthetic()) << "month + 65";
  const auto real = NationalIdentityNumber::parse(number_of("010190"));
  ASSERT_TRUE(real);
  EXPECT_FALSE(real->is_synthetic());
}

TEST(NationalIdentityNumber, MayBeWrittenWithBlanks) {
  const auto digits = number_of("018190");
  EXPECT_EQ(NationalIdentityNumber::parse(digits.substr(0, 6) + " " + digits.substr(6))->digits(),
            digits);
}

TEST(NationalIdentityNumber, AnyOneWrongDigitIsFound) {
  const auto digits = number_of("018190");
  for (std::size_t at = 0; at < digits.size(); ++at)
    for (char c = '0'; c <= '9'; ++c) {
      auto changed = digits;
      changed[at] = c;
      EXPECT_EQ(refusal(changed).empty(), changed == digits) << at << c;
    }
}

TEST(NationalIdentityNumber, TwoNeighboursSwappedAreFound) {
  const auto digits = number_of("018190");
  for (std::size_t at = 0; at + 1 < digits.size(); ++at) {
    auto changed = digits;
    std::swap(changed[at], changed[at + 1]);
    EXPECT_EQ(refusal(changed).empty(), changed == digits) << at;
  }
}

TEST(NationalIdentityNumber, ARefusalSaysWhyAndNeverTheNumber) {
  EXPECT_NE(refusal("0181901").find("eleven digits"), std::string::npos);
  EXPECT_NE(refusal("01819012345x").find("eleven digits"), std::string::npos);
  EXPECT_NE(refusal(number_of("318290")).find("no such day"), std::string::npos);
  EXPECT_NE(refusal(number_of("019390")).find("no such day"), std::string::npos);
  auto wrong = number_of("018190");
  wrong[10] = wrong[10] == '9' ? '0' : static_cast<char>(wrong[10] + 1);
  EXPECT_NE(refusal(wrong).find("control digit"), std::string::npos);
  EXPECT_EQ(refusal(wrong).find(wrong.substr(0, 6)), std::string::npos);
}

}  // namespace
}  // namespace kres::laboratory
