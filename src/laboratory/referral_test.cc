// Referrals hold no national identity number.
#include "laboratory/referral.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

// 13097248022 is a number of public teaching examples with valid check digits; the others differ
// from it in one digit or in length.
TEST(NationalIdentityNumber, IsFoundInAnyText) {
  EXPECT_TRUE(contains_national_identity_number("13097248022"));
  for (const auto* text : {"pas. 130972 48022, urin", "130972-48022", "130972.48022",
                           "130972   48022", "130972 - 48022", "123456 130972 48022"})
    EXPECT_TRUE(contains_national_identity_number(text)) << text;
}

TEST(NationalIdentityNumber, OtherNumbersAreNot) {
  EXPECT_FALSE(contains_national_identity_number("13097248023"));
  EXPECT_FALSE(contains_national_identity_number("13097248012"));
  EXPECT_FALSE(contains_national_identity_number("2026-001234"));
  EXPECT_FALSE(contains_national_identity_number("113097248022"));
  EXPECT_FALSE(contains_national_identity_number("00000000000"));
  EXPECT_FALSE(contains_national_identity_number(""));
}

TEST(NationalIdentityNumber, IsNotShownInAMessageEvenWhenMistyped) {
  EXPECT_EQ(without_identity_numbers("'130972-48022' and 13097248023."),
            "'[eleven digits]' and [eleven digits].");
  EXPECT_EQ(without_identity_numbers("line 4, 2026-11-20, 113097248022"),
            "line 4, 2026-11-20, 113097248022");
}

TEST(MicrobeGroups, HaveNamesBothWays) {
  for (const auto group :
       {MicrobeGroup::CPO, MicrobeGroup::ColR, MicrobeGroup::VRE, MicrobeGroup::LRE})
    EXPECT_EQ(microbe_group_from(name_of(group)), group);
  EXPECT_FALSE(microbe_group_from("MRSA"));
}

}  // namespace
}  // namespace kres::laboratory
