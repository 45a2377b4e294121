// Storage: boxes of any geometry with the positions that stand on their lids.
#include "laboratory/bank/storage_place.h"

#include <set>

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

TEST(Positions, AreNamedAsOnTheLid) {
  const BoxGeometry nine{9, 9, Numbering::letters_numbers};
  EXPECT_EQ(position_name(nine, 1), "A1");
  EXPECT_EQ(position_name(nine, 10), "B1");
  EXPECT_EQ(position_name(nine, 81), "I9");
  const BoxGeometry rows{2, 3, Numbering::row_wise}, columns{2, 3, Numbering::column_wise};
  EXPECT_EQ(position_name(rows, 4), "4") << "the first of the second row";
  EXPECT_EQ(position_name(columns, 4), "2") << "the second of the first column";
  EXPECT_EQ(position_name(columns, 6), "6");
}

TEST(Positions, GoOnWithTwoLettersAfterZ) {
  const BoxGeometry tall{50, 1, Numbering::letters_numbers};
  EXPECT_EQ(position_name(tall, 26), "Z1");
  EXPECT_EQ(position_name(tall, 27), "AA1");
  EXPECT_EQ(position_name(tall, 50), "AX1");
}

TEST(Positions, OfEveryGeometryAreReadBackAndNoTwoAreTheSame) {
  for (const auto numbering :
       {Numbering::letters_numbers, Numbering::row_wise, Numbering::column_wise})
    for (const auto& [rows, columns] : {std::pair{1, 1}, {5, 5}, {12, 12}, {50, 50}, {1, 50}}) {
      const BoxGeometry box{rows, columns, numbering};
      std::set<std::string> names;
      for (const int position : {1, columns, box.positions() / 2 + 1, box.positions()}) {
        const auto name = position_name(box, position);
        EXPECT_EQ(position_from(box, name), position);
        names.insert(name);
      }
      EXPECT_FALSE(position_from(box, "0"));
      EXPECT_FALSE(position_from(box, std::to_string(box.positions() + 1)));
    }
  EXPECT_EQ(position_from({9, 9, Numbering::letters_numbers}, " b3 "), 12);
}

std::string refusal(const StoragePlace& place, std::optional<PlaceKind> parent) {
  const auto checked = check_place(place, parent);
  return checked ? "" : checked.error().message;
}

TEST(StoragePlaces, StandWhereTheyCanStand) {
  const BoxGeometry nine{9, 9};
  EXPECT_EQ(refusal({.kind = PlaceKind::site, .name = "Tromsø"}, {}), "");
  EXPECT_EQ(refusal({.kind = PlaceKind::box, .name = "1", .box = nine}, PlaceKind::rack), "");
  EXPECT_EQ(refusal({.kind = PlaceKind::box, .name = "1", .box = nine}, PlaceKind::box),
            "A box cannot stand in a box");
  EXPECT_EQ(refusal({.kind = PlaceKind::site, .name = "x"}, PlaceKind::site),
            "A site cannot stand in a site");
  EXPECT_EQ(refusal({.kind = PlaceKind::freezer, .name = "x"}, {}),
            "A freezer stands in another place");
}

TEST(StoragePlaces, ABoxHasOneToFiftyRowsAndColumns) {
  const auto box = [](int rows, int columns) {
    return refusal({.kind = PlaceKind::box, .name = "1", .box = {rows, columns}},
                   PlaceKind::freezer);
  };
  EXPECT_EQ(box(50, 50), "");
  for (const auto& [rows, columns] : {std::pair{0, 9}, {9, 0}, {51, 9}, {9, 51}, {-1, -9}})
    EXPECT_EQ(box(rows, columns), "A box has 1 to 50 rows and as many columns");
  EXPECT_EQ(refusal({.kind = PlaceKind::rack, .name = "1", .box = {9, 9}}, PlaceKind::freezer),
            "Only a box has rows and columns");
}

TEST(StoragePlaces, AnAlarmSaysHowWarmItWas) {
  StorageEvent alarm{.kind = StorageEventKind::temperature_alarm};
  EXPECT_EQ(check_storage_event(alarm).error().message,
            "An alarm needs the highest temperature in degrees Celsius");
  alarm.celsius = -52.5;
  EXPECT_TRUE(check_storage_event(alarm));
  alarm.celsius = 80;
  EXPECT_FALSE(check_storage_event(alarm));
  EXPECT_FALSE(check_storage_event({.kind = StorageEventKind::moved}))
      << "a move is noted by the program";
}

}  // namespace
}  // namespace kres::laboratory
