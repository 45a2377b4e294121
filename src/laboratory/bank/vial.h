// A vial of a lot: where it stands, how often it was thawed, and every movement it made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/bank/ids.h"

namespace kres::laboratory {

// One position of one box; holds one vial.
struct Spot {
  StoragePlaceId box;
  int position = 0;  // from 1 along the rows, see storage_place.h
  bool operator==(const Spot&) const = default;
};

struct Vial {
  VialId id;
  LotId lot;
  int number = 0;            // 1, 2, 3 ... of the lot
  std::string code;          // "KRS-0001-2-03-K", on its label
  std::optional<Spot> spot;  // nothing once it has left the bank
  int thaws = 0;
  std::int64_t revision = 1;

  bool is_stored() const { return spot.has_value(); }
};

// stored: the first one of every vial. thawed: used and frozen again at its position.
enum class MovementKind { stored, moved, thawed, removed };
std::string_view name_of(MovementKind kind);
std::optional<MovementKind> movement_kind_from(std::string_view name);

// Only ever added.
struct VialMovement {
  VialId vial;
  MovementKind kind = MovementKind::stored;
  std::optional<Spot> from, to;
  std::string reason;  // code of a removal reason (bank_rules.h), only of a removal
  std::string comment;
  std::string person;
  Instant at{};
};

// The vial after the movement; fills in where the movement came from. Errors: conflict if the vial
// has left the bank; bad_input for a move to nowhere or to where it stands already, a removal
// without a reason, too long a comment.
Result<Vial> after(Vial vial, VialMovement& movement);

}  // namespace kres::laboratory
