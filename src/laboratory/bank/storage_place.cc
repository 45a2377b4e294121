#include "laboratory/bank/storage_place.h"

#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "laboratory/bank/bank_text.h"
#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {

constexpr std::array<NameRow<PlaceKind>, 5> kPlaceKinds{{{PlaceKind::site, "site"},
                                                         {PlaceKind::room, "room"},
                                                         {PlaceKind::freezer, "freezer"},
                                                         {PlaceKind::rack, "rack"},
                                                         {PlaceKind::box, "box"}}};
constexpr std::array<NameRow<Numbering>, 3> kNumberings{
    {{Numbering::letters_numbers, "letters_numbers"},
     {Numbering::row_wise, "row_wise"},
     {Numbering::column_wise, "column_wise"}}};
constexpr std::array<NameRow<StorageEventKind>, 6> kEventKinds{
    {{StorageEventKind::made, "made"},
     {StorageEventKind::moved, "moved"},
     {StorageEventKind::temperature_alarm, "temperature_alarm"},
     {StorageEventKind::failure, "failure"},
     {StorageEventKind::defrosted, "defrosted"},
     {StorageEventKind::remark, "remark"}}};
constexpr double kColdest = -200, kWarmest = 60;  // what a thermometer in a store shows, Celsius

// A ... Z, AA ... AX for the 50 rows.
std::string row_letters(int row) {
  const auto letter = [](int n) { return static_cast<char>('A' + n); };
  if (row < 26) return {letter(row)};
  return {letter(row / 26 - 1), letter(row % 26)};
}

}  // namespace

std::string_view name_of(PlaceKind kind) { return name_in(kPlaceKinds, kind); }
std::optional<PlaceKind> place_kind_from(std::string_view name) {
  return value_in<PlaceKind>(kPlaceKinds, name);
}
std::string_view name_of(Numbering numbering) { return name_in(kNumberings, numbering); }
std::optional<Numbering> numbering_from(std::string_view name) {
  return value_in<Numbering>(kNumberings, name);
}
std::string_view name_of(StorageEventKind kind) { return name_in(kEventKinds, kind); }
std::optional<StorageEventKind> storage_event_kind_from(std::string_view name) {
  return value_in<StorageEventKind>(kEventKinds, name);
}

std::string position_name(const BoxGeometry& box, int position) {
  const int row = (position - 1) / box.columns, column = (position - 1) % box.columns;
  switch (box.numbering) {
    case Numbering::letters_numbers:
      return row_letters(row) + std::to_string(column + 1);
    case Numbering::column_wise:
      return std::to_string(column * box.rows + row + 1);
    case Numbering::row_wise:
      break;
  }
  return std::to_string(position);
}

std::optional<int> position_from(const BoxGeometry& box, std::string_view name) {
  for (int position = 1; position <= box.positions(); ++position)
    if (iequals(position_name(box, position), trim(name))) return position;
  return std::nullopt;
}

bool may_stand_in(PlaceKind kind, std::optional<PlaceKind> parent) {
  if (!parent) return kind == PlaceKind::site;
  switch (kind) {
    case PlaceKind::site:
      return false;
    case PlaceKind::room:
      return *parent == PlaceKind::site;
    case PlaceKind::freezer:
      return *parent == PlaceKind::site || *parent == PlaceKind::room;
    case PlaceKind::rack:
      return *parent == PlaceKind::room || *parent == PlaceKind::freezer;
    case PlaceKind::box:
      return *parent == PlaceKind::room || *parent == PlaceKind::freezer ||
             *parent == PlaceKind::rack;
  }
  return false;
}

Result<void> check_place(const StoragePlace& place, std::optional<PlaceKind> parent) {
  if (place.name.empty()) return bad_input("A place needs a name");
  KRES_TRY(check_text("name of a place", place.name, kLongestPlaceName));
  const auto fits = [](int count) { return count >= 1 && count <= kMostRowsOfABox; };
  if (place.kind == PlaceKind::box && !(fits(place.box.rows) && fits(place.box.columns)))
    return bad_input(fmt::format("A box has 1 to {} rows and as many columns", kMostRowsOfABox));
  if (place.kind != PlaceKind::box && place.box.positions() != 0)
    return bad_input("Only a box has rows and columns");
  if (!may_stand_in(place.kind, parent))
    return bad_input(
        parent ? fmt::format("A {} cannot stand in a {}", name_of(place.kind), name_of(*parent))
               : fmt::format("A {} stands in another place", name_of(place.kind)));
  return {};
}

Result<void> check_storage_event(const StorageEvent& event) {
  using enum StorageEventKind;
  if (event.kind == made || event.kind == moved)
    return bad_input(fmt::format("'{}' is noted by the program itself", name_of(event.kind)));
  KRES_TRY(check_text("comment", event.comment, kLongestBankComment));
  if (event.kind == temperature_alarm && !event.celsius)
    return bad_input("An alarm needs the highest temperature in degrees Celsius");
  if (event.celsius && (*event.celsius < kColdest || *event.celsius > kWarmest))
    return bad_input(fmt::format("{} degrees Celsius cannot have been read", *event.celsius));
  if (event.minutes && *event.minutes < 0) return bad_input("The minutes are less than none");
  if ((event.kind == failure || event.kind == remark) && event.comment.empty())
    return bad_input("Say in the comment what happened");
  return {};
}

}  // namespace kres::laboratory
