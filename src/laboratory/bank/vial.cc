#include "laboratory/bank/vial.h"

#include <array>

#include <fmt/format.h>

#include "laboratory/bank/bank_text.h"
#include "laboratory/bank/storage_place.h"
#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {

constexpr std::array<NameRow<MovementKind>, 4> kKinds{{{MovementKind::stored, "stored"},
                                                       {MovementKind::moved, "moved"},
                                                       {MovementKind::thawed, "thawed"},
                                                       {MovementKind::removed, "removed"}}};

}  // namespace

std::string_view name_of(MovementKind kind) { return name_in(kKinds, kind); }
std::optional<MovementKind> movement_kind_from(std::string_view name) {
  return value_in<MovementKind>(kKinds, name);
}

Result<Vial> after(Vial vial, VialMovement& movement) {
  KRES_TRY(check_text("comment", movement.comment, kLongestBankComment));
  if (movement.kind == MovementKind::stored)
    return bad_input("A vial is stored once, when it is made");
  if (!vial.spot)
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("Vial {} has left the bank", vial.code),
                 .file = {},
                 .remedy = {}});
  movement.vial = vial.id;
  movement.from = vial.spot;
  switch (movement.kind) {
    case MovementKind::moved:
      if (!movement.to) return bad_input("State where the vial is moved to");
      if (movement.to == vial.spot)
        return bad_input(fmt::format("Vial {} stands there already", vial.code));
      vial.spot = movement.to;
      break;
    case MovementKind::thawed:
      movement.to = vial.spot;
      ++vial.thaws;
      break;
    case MovementKind::removed:
      if (movement.reason.empty()) return bad_input("A removal needs a reason");
      movement.to.reset();
      vial.spot.reset();
      break;
    case MovementKind::stored:
      break;
  }
  return vial;
}

}  // namespace kres::laboratory
