// When a validation says that its promises are kept.
#include "validation/summary.h"

#include <gtest/gtest.h>

namespace kres::validation {
namespace {

Outcome good(const std::string& case_name) {
  return {.family = "KPC", .case_name = case_name, .found = true, .digest = "a"};
}

const Figure& figure(const Summary& summary, const std::string& key) {
  for (const auto& one : summary.figures)
    if (one.key == key) return one;
  ADD_FAILURE() << "no figure " << key;
  static const Figure kNone;
  return kNone;
}

TEST(ValidationSummary, EverythingAsItMustBeKeepsThePromises) {
  const auto summary = summarise({.damage = {good("intact")},
                                  .breaks = {good("inside")},
                                  .absent = {good("random")},
                                  .damage_again = {good("intact")}});
  EXPECT_TRUE(summary.kept());
  EXPECT_EQ(summary.figures.size(), 7U);
  EXPECT_TRUE(summary.faults.empty());
}

TEST(ValidationSummary, OneFaultAmongManyBreaksThePromiseAndIsNamed) {
  auto bad = good("stop_early");
  bad.fault = "says nothing";
  const auto summary = summarise({.damage = {good("intact"), bad, good("intact")}});
  EXPECT_FALSE(summary.kept());
  EXPECT_EQ(figure(summary, "function_state").proportion.count, 2U);
  ASSERT_EQ(summary.faults.size(), 1U);
  EXPECT_EQ(summary.faults[0], "KPC stop_early : says nothing");
}

TEST(ValidationSummary, AnotherResultOfTheSecondRunBreaksRepeatability) {
  auto again = good("intact");
  again.digest = "b";
  EXPECT_FALSE(summarise({.damage = {good("intact")}, .damage_again = {again}}).kept());
}

TEST(ValidationSummary, WhatWasNotRunHasNoFigure) {
  EXPECT_TRUE(summarise({}).figures.empty());
  EXPECT_EQ(summarise({.absent = {good("random")}}).figures.size(), 1U);
}

TEST(ValidationSummary, AForeignCriticalGeneIsAFaultOfSpecificity) {
  auto other = good("intact");
  other.others = {"mcr-1 partial"};
  const auto summary = summarise({.damage = {other}});
  EXPECT_FALSE(figure(summary, "specificity_others").kept());
  EXPECT_TRUE(figure(summary, "sensitivity").kept());
}

}  // namespace
}  // namespace kres::validation
