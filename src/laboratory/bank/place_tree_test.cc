// The tree of places.
#include "laboratory/bank/place_tree.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

PlaceTree tree() {
  return PlaceTree({{.id = {1}, .kind = PlaceKind::site, .name = "Tromsø"},
                    {.id = {2}, .parent = {1}, .kind = PlaceKind::freezer, .name = "F1"},
                    {.id = {3}, .parent = {2}, .kind = PlaceKind::rack, .name = "R1"},
                    {.id = {4}, .parent = {3}, .kind = PlaceKind::box, .name = "B", .box = {9, 9}},
                    {.id = {5}, .parent = {2}, .kind = PlaceKind::box, .name = "A", .box = {5, 5}},
                    {.id = {6}, .kind = PlaceKind::site, .name = "Bodø"}});
}

TEST(PlaceTree, TellsTheWayToAPlace) {
  EXPECT_EQ(tree().path({4}), "Tromsø / F1 / R1 / B");
  EXPECT_EQ(tree().spot({4}, 10), "Tromsø / F1 / R1 / B, B1");
  EXPECT_EQ(tree().path({9}), "");
}

TEST(PlaceTree, KnowsSitesAndWhatStandsBelow) {
  EXPECT_EQ(tree().site_of({4}).value, 1);
  EXPECT_EQ(tree().site_of({6}).value, 6);
  EXPECT_TRUE(tree().is_within({4}, {2}));
  EXPECT_FALSE(tree().is_within({2}, {4}));
  const auto boxes = tree().boxes_within({2});
  ASSERT_EQ(boxes.size(), 2U);
  EXPECT_EQ(boxes[0].name, "A") << "by path";
  EXPECT_TRUE(tree().boxes_within({6}).empty());
}

}  // namespace
}  // namespace kres::laboratory
