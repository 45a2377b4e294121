#include "workflow/bank/vials.h"

#include <fmt/format.h>

#include "laboratory/bank/bank_digest.h"
#include "laboratory/bank/strain_number.h"
#include "workflow/bank/bank_note.h"
#include "workflow/bank/places.h"

namespace kres::workflow {

using laboratory::MovementKind;
using laboratory::Spot;
using laboratory::UnitOfWork;
using laboratory::Vial;
using laboratory::VialMovement;

namespace {

Result<std::string> strain_of(UnitOfWork& work, const Vial& vial) {
  KRES_ASSIGN(const auto lot, work.strains().find_lot(vial.lot));
  KRES_ASSIGN(const auto strain, work.strains().find(lot->strain));
  return strain->number;
}

}  // namespace

Result<Vial> vial_coded(UnitOfWork& work, const std::string& code) {
  KRES_ASSIGN(const auto vial, work.vials().find(laboratory::as_bank_code(code)));
  if (!vial)
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("There is no vial '{}' in the bank", code),
                 .file = {},
                 .remedy = {}});
  return *vial;
}

Result<Vial> move_within(UnitOfWork& work, const Vial& vial, VialMovement movement) {
  KRES_ASSIGN(auto moved, after(vial, movement));
  KRES_ASSIGN(moved, work.vials().update(moved));
  KRES_TRY(work.vials().record(movement));
  KRES_ASSIGN(auto strain, strain_of(work, vial));
  KRES_TRY(
      note(work, movement.person, movement.at,
           {.event = fmt::format("vial.{}", name_of(movement.kind)),
            .subject = std::move(strain),
            .detail = movement.reason.empty() ? vial.code
                                              : fmt::format("{}: {}", vial.code, movement.reason),
            .digest_before = digest_of(vial),
            .digest_after = digest_of(moved)}));
  return moved;
}

Result<Vial> move_vial(const BankDesk& desk, const std::string& code,
                       const EnteredMovement& entered, const std::string& person) {
  if (entered.kind == MovementKind::removed)
    KRES_TRY(check_removal(desk.rules, entered.reason, entered.comment));
  std::vector<Spot> spots;
  const auto store = [&]() -> Result<Vial> {
    KRES_ASSIGN(auto work, desk.services.registry.write());
    KRES_ASSIGN(const auto vial, vial_coded(*work, code));
    VialMovement movement{.kind = entered.kind,
                          .from = {},
                          .to = {},
                          .reason = entered.kind == MovementKind::removed ? entered.reason : "",
                          .comment = entered.comment,
                          .person = person,
                          .at = desk.services.clock.now()};
    if (entered.kind == MovementKind::moved && entered.to) {
      KRES_ASSIGN(const auto tree, place_tree(*work));
      KRES_ASSIGN(spots, spots_named(tree, {*entered.to}));
      movement.to = spots.front();
      if (movement.to != vial.spot) KRES_TRY(check_free(*work, tree, spots, desk.services.clock));
    }
    KRES_ASSIGN(auto moved, move_within(*work, vial, std::move(movement)));
    KRES_TRY(work->commit());
    return moved;
  };
  auto moved = store();
  if (!moved) return fail(why_refused(desk.services, spots, std::move(moved).error()));
  return moved;
}

}  // namespace kres::workflow
