// Two readings of one value: what makes a difference to a physician, and what does not.
#include "susceptibility/interpretation_change.h"

#include "susceptibility/test_tables.h"

using namespace kres;
using namespace kres::susceptibility;

namespace {

Interpretation reading() { return interpret(mic("meropenem", Sign::equal, 4), project_standard()); }

}  // namespace

TEST(InterpretationChange, OneReadingDoesNotDifferFromItself) {
  EXPECT_FALSE(change_between(reading(), reading()).any());
}

TEST(InterpretationChange, AnotherVersionOfTheSameNumbersChangesNothing) {
  auto after = reading();
  after.breakpoint->version = "EUCAST v17.0";
  after.breakpoint->row = "ENT-MEM-9";
  after.breakpoint->note = {"andre ord", "other words"};
  EXPECT_FALSE(change_between(reading(), after).any());
}

TEST(InterpretationChange, ALostCategoryIsAChangeOfCategory) {
  auto after = reading();
  ASSERT_TRUE(after.category);
  after.category.reset();
  after.reason = "ie";
  EXPECT_EQ(change_between(reading(), after),
            (InterpretationChange{.category = true, .remarks = true}));
}

TEST(InterpretationChange, AMovedBoundIsToldEvenIfTheCategoryStays) {
  auto after = reading();
  after.breakpoint->r = "16";
  EXPECT_EQ(change_between(reading(), after), (InterpretationChange{.breakpoint = true}));
  after = reading();
  after.breakpoint.reset();
  EXPECT_TRUE(change_between(reading(), after).breakpoint);
}

TEST(InterpretationChange, AnotherWildTypeIsTold) {
  auto after = reading();
  ASSERT_EQ(after.wild_type, false);
  after.wild_type = true;
  EXPECT_EQ(change_between(reading(), after), (InterpretationChange{.wild_type = true}));
}
