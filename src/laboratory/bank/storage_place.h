// Where the bank's vials stand: sites, rooms, freezers, racks and boxes with positions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/bank/ids.h"

namespace kres::laboratory {

enum class PlaceKind { site, room, freezer, rack, box };
std::string_view name_of(PlaceKind kind);
std::optional<PlaceKind> place_kind_from(std::string_view name);

// letters_numbers: A1, A2 ... with a letter a row; row_wise, column_wise: 1, 2 ... along the rows
// or down the columns.
enum class Numbering { letters_numbers, row_wise, column_wise };
std::string_view name_of(Numbering numbering);
std::optional<Numbering> numbering_from(std::string_view name);

inline constexpr int kMostRowsOfABox = 50;  // and columns

// Positions of a box are counted from 1 along its rows, whatever is written on its lid.
struct BoxGeometry {
  int rows = 0, columns = 0;
  Numbering numbering = Numbering::letters_numbers;

  int positions() const { return rows * columns; }
  bool operator==(const BoxGeometry&) const = default;
};

// As written on the lid: "A1", "12". Requires: 1 <= position <= box.positions().
std::string position_name(const BoxGeometry& box, int position);
// The other way, in either case; nothing for a position that the box does not have.
std::optional<int> position_from(const BoxGeometry& box, std::string_view name);

struct StoragePlace {
  StoragePlaceId id;
  StoragePlaceId parent;  // 0 for a site
  PlaceKind kind = PlaceKind::site;
  std::string name;  // unique within its parent
  BoxGeometry box;   // of a box; else 0 x 0
  std::int64_t revision = 1;
};

inline constexpr std::size_t kLongestPlaceName = 60;      // bytes
inline constexpr std::size_t kLongestBankComment = 1000;  // bytes, of every comment in the bank

// A site stands nowhere; a room in a site; a freezer in a site or room; a rack in a freezer or
// room; a box in any of these three.
bool may_stand_in(PlaceKind kind, std::optional<PlaceKind> parent);

// Errors (bad_input): no name or too long a one, a box without 1-50 rows and columns, another place
// with some, a parent that cannot hold it.
Result<void> check_place(const StoragePlace& place, std::optional<PlaceKind> parent);

// What happened to a place. Only ever added.
enum class StorageEventKind { made, moved, temperature_alarm, failure, defrosted, remark };
std::string_view name_of(StorageEventKind kind);
std::optional<StorageEventKind> storage_event_kind_from(std::string_view name);

struct StorageEvent {
  StorageEventId id;
  StoragePlaceId place;
  StorageEventKind kind = StorageEventKind::remark;
  std::optional<double> celsius;  // the highest temperature of an alarm
  std::optional<int> minutes;     // how long it lasted
  StoragePlaceId from, to;        // of a move
  std::string comment;
  std::string person;
  Instant at{};
};

// What a person may note: everything but made and moved. An alarm states its temperature; a failure
// and a remark say what there is to say. Errors: bad_input.
Result<void> check_storage_event(const StorageEvent& event);

}  // namespace kres::laboratory
