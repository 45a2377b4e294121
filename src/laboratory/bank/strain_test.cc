// Strains: their numbers, terms and lots.
#include "laboratory/bank/strain.h"

#include <gtest/gtest.h>

#include "laboratory/bank/strain_number.h"

namespace kres::laboratory {
namespace {

const Date kToday{2026, 11, 22};

TEST(StrainNumbers, ASlipOfThePenIsFound) {
  const auto strain = make_strain_number(27);
  EXPECT_EQ(strain.substr(0, 9), "KRS-0027-");
  EXPECT_TRUE(is_strain_number(strain));
  const auto vial = make_vial_code(strain, 2, 3);
  EXPECT_EQ(vial.substr(0, 14), "KRS-0027-2-03-");
  EXPECT_TRUE(is_vial_code(vial));
  EXPECT_FALSE(is_vial_code(strain));
  auto slip = vial;
  std::swap(slip[6], slip[7]);
  EXPECT_FALSE(is_vial_code(slip));
  EXPECT_EQ(as_bank_code(" krs-0027-2-03-k "), "KRS-0027-2-03-K");
}

std::string refusal(const Lot& lot, const Lot* parent = nullptr) {
  const auto checked = check_lot(lot, parent, kToday);
  return checked ? "" : checked.error().message;
}

TEST(Lots, AreGrownFromEarlierPassages) {
  const Lot first{.number = 1, .passage = 1, .made = {2026, 11, 20}, .medium = "glycerol"};
  EXPECT_EQ(refusal(first), "");
  Lot second{.number = 2, .passage = 1, .made = {2026, 11, 21}, .medium = "glycerol"};
  EXPECT_EQ(refusal(second, &first), "Lot 1 is passage 1: what is grown from it is a later one");
  second.passage = 2;
  EXPECT_EQ(refusal(second, &first), "");
  second.made = {2026, 11, 19};
  EXPECT_EQ(refusal(second, &first), "Lot 1 was frozen later, on 2026-11-20");
  second.made = {2026, 11, 23};
  EXPECT_EQ(refusal(second, &first), "The day of freezing, 2026-11-23, lies ahead");
  second.medium.clear();
  EXPECT_EQ(refusal(second, &first), "State what the lot is frozen in");
}

TEST(StrainTerms, GroupFourIsNotKept) {
  EXPECT_TRUE(check_terms({.risk_group = 3}));
  EXPECT_FALSE(check_terms({.risk_group = 4}));
  EXPECT_FALSE(check_terms({.risk_group = 2, .comment = "patient 13097248022"}));
}

}  // namespace
}  // namespace kres::laboratory
