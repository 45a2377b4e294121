// Checks of lots: what counts as drift, and when the next check is due.
#include "laboratory/bank/lot_check.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

const Date kToday{2026, 11, 22};
const Lot kLot{.id = {5}, .number = 1, .made = {2024, 2, 29}, .medium = "glycerol"};

std::string refusal(const LotCheck& check) {
  const auto checked = check_lot_check(check, kLot, kToday);
  return checked ? "" : checked.error().message;
}

LotCheck re_mic(double before, double value, CheckResult result) {
  return {.lot = kLot.id,
          .kind = CheckKind::identity,
          .result = result,
          .checked = kToday,
          .mics = {{"meropenem", "=", value, before, "="}}};
}

TEST(IdentityChecks, OneDilutionIsTheMethodsOwnSpreadAndTwoAreADrift) {
  EXPECT_EQ(refusal(re_mic(8, 16, CheckResult::same)), "");
  EXPECT_EQ(refusal(re_mic(8, 4, CheckResult::same)), "");
  EXPECT_EQ(refusal(re_mic(8, 32, CheckResult::same)),
            "The MIC of meropenem moved by 2 dilutions: that is a drift");
  EXPECT_EQ(refusal(re_mic(8, 32, CheckResult::drifted)), "Say how the lot differs");
  EXPECT_EQ(dilutions_between({"meropenem", "=", 0.06, 0.125, "="}), -1) << "0.06 is 0.0625";
  EXPECT_FALSE(dilutions_between({"meropenem", "<=", 0.06, 0.125, "="})) << "a bound is no value";
}

TEST(IdentityChecks, ABoundCountsByTheGapToWhatItAllows) {
  const auto apart = [](const char* sign, double value, const char* before_sign, double before) {
    return dilutions_apart({"amikacin", sign, value, before, before_sign});
  };
  EXPECT_EQ(apart(">", 64, "=", 1), 7) << "128 at the least";
  EXPECT_EQ(apart("=", 1, ">", 64), 7);
  EXPECT_EQ(apart("=", 0.5, ">=", 64), 7);
  EXPECT_EQ(apart(">", 8, "=", 8), 1);
  EXPECT_EQ(apart("<=", 4, "=", 0.06), 0) << "it may be the same";
  EXPECT_EQ(apart("<", 1, ">=", 2), 2) << "0.5 at the most";
  EXPECT_EQ(apart(">", 64, ">", 4), 0);
  EXPECT_EQ(dilutions_apart({"amikacin", "=", 8, {}, ""}), 0);
  auto check = re_mic(1, 64, CheckResult::same);
  check.mics[0].sign = ">";
  EXPECT_EQ(refusal(check), "The MIC of meropenem moved by at least 7 dilutions: that is a drift");
}

TEST(IdentityChecks, RestOnSomething) {
  LotCheck nothing{
      .lot = kLot.id, .kind = CheckKind::identity, .result = CheckResult::same, .checked = kToday};
  EXPECT_EQ(refusal(nothing), "Say what identity was judged by: MICs, an analysis, or in words");
  nothing.statement = "MALDI-TOF 2.31";
  EXPECT_EQ(refusal(nothing), "");
  nothing.result = CheckResult::viable;
  EXPECT_EQ(refusal(nothing), "'viable' is no result of a check of identity");
}

TEST(ViabilityChecks, AreDueAfterFreezingAndAfterTheLastOne) {
  EXPECT_EQ(viability_due(kLot, {}, 12), (Date{2025, 2, 28})) << "frozen on a leap day";
  LotCheck grew{.lot = kLot.id, .result = CheckResult::viable, .checked = {2026, 3, 1}};
  LotCheck early{.lot = kLot.id, .result = CheckResult::weak, .checked = {2025, 3, 1}};
  LotCheck another_lot{.lot = {6}, .result = CheckResult::viable, .checked = kToday};
  EXPECT_EQ(viability_due(kLot, {grew, early, another_lot}, 24), (Date{2028, 3, 1}));
  LotCheck dead{.lot = kLot.id, .result = CheckResult::not_viable, .checked = kToday};
  EXPECT_EQ(viability_due(kLot, {grew, dead}, 24), std::nullopt) << "a dead lot is not asked again";
}

TEST(CondemnedLots, AreThoseWhoseNewestCheckOfItsKindSaysSo) {
  const auto check = [](CheckKind kind, CheckResult result, Date day, std::int64_t lot = 5) {
    return LotCheck{.lot = {lot}, .kind = kind, .result = result, .checked = day};
  };
  const auto dead = check(CheckKind::viability, CheckResult::not_viable, {2026, 3, 1});
  const auto same = check(CheckKind::identity, CheckResult::same, {2026, 4, 1});
  EXPECT_EQ(condemning(kLot.id, {}), nullptr);
  EXPECT_EQ(condemning({6}, {dead}), nullptr) << "another lot";
  const std::vector<LotCheck> still_dead{dead, same};
  EXPECT_EQ(condemning(kLot.id, still_dead), still_dead.data())
      << "a check of identity says nothing of growth";
  const auto grew = check(CheckKind::viability, CheckResult::weak, {2026, 3, 2});
  EXPECT_EQ(condemning(kLot.id, {grew, dead}), nullptr) << "by the day of the check";
  const std::vector<LotCheck> other{
      same, check(CheckKind::identity, CheckResult::other_strain, {2026, 4, 1})};
  EXPECT_EQ(condemning(kLot.id, other), &other[1]) << "on one day the later entry";
  EXPECT_EQ(condemning(kLot.id, {check(CheckKind::identity, CheckResult::drifted, kToday)}),
            nullptr);
}

TEST(Months, EndWhereTheMonthEnds) {
  EXPECT_EQ(add_months({2026, 1, 31}, 1), (Date{2026, 2, 28}));
  EXPECT_EQ(add_months({2026, 11, 22}, 26), (Date{2029, 1, 22}));
}

}  // namespace
}  // namespace kres::laboratory
