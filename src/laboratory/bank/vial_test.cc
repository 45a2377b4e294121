// Vials: what can happen to one, in which order.
#include "laboratory/bank/vial.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

const Vial kVial{.id = {7}, .code = "KRS-0001-1-01-K", .spot = Spot{{3}, 12}};

TEST(Vials, AThawIsCountedAndTheVialStaysWhereItIs) {
  VialMovement thaw{.kind = MovementKind::thawed};
  const auto thawed = after(kVial, thaw);
  ASSERT_TRUE(thawed);
  EXPECT_EQ(thawed->thaws, 1);
  EXPECT_EQ(thawed->spot, kVial.spot);
  EXPECT_EQ(thaw.from, kVial.spot);
}

TEST(Vials, ARemovedOneHasLeftItsPositionAndDoesNotComeBack) {
  VialMovement removal{.kind = MovementKind::removed};
  EXPECT_EQ(after(kVial, removal).error().message, "A removal needs a reason");
  removal.reason = "used_up";
  const auto removed = after(kVial, removal);
  ASSERT_TRUE(removed);
  EXPECT_FALSE(removed->is_stored());
  VialMovement back{.kind = MovementKind::moved, .to = Spot{{3}, 13}};
  EXPECT_EQ(after(*removed, back).error().code, ErrorCode::conflict);
}

TEST(Vials, AMoveGoesSomewhereElse) {
  VialMovement nowhere{.kind = MovementKind::moved};
  EXPECT_EQ(after(kVial, nowhere).error().message, "State where the vial is moved to");
  VialMovement same{.kind = MovementKind::moved, .to = kVial.spot};
  EXPECT_EQ(after(kVial, same).error().message, "Vial KRS-0001-1-01-K stands there already");
  VialMovement move{.kind = MovementKind::moved, .to = Spot{{4}, 1}};
  EXPECT_EQ(after(kVial, move)->spot, move.to);
}

}  // namespace
}  // namespace kres::laboratory
