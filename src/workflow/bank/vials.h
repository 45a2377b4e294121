// Movements of vials: moved, thawed, removed.
#pragma once

#include <optional>
#include <string>

#include "base/error.h"
#include "workflow/bank/bank_desk.h"
#include "workflow/bank/positions.h"

namespace kres::workflow {

struct EnteredMovement {
  laboratory::MovementKind kind = laboratory::MovementKind::moved;
  std::optional<NamedSpot> to;  // of a move
  std::string reason;           // of a removal
  std::string comment;
};

// Stored with who and when, noted in the audit trail of the strain. Errors: not_found (vial, box),
// conflict (the vial has left, the position is taken; it says by whom), bad_input (after(),
// check_removal()).
Result<laboratory::Vial> move_vial(const BankDesk& desk, const std::string& code,
                                   const EnteredMovement& entered, const std::string& person);

// The part of move_vial() inside a unit of work, for those who move many at once. The movement's
// person and time are set. Requires: a writing unit.
Result<laboratory::Vial> move_within(laboratory::UnitOfWork& work, const laboratory::Vial& vial,
                                     laboratory::VialMovement movement);

// By the code on its label, in either case; `not_found` if there is none.
Result<laboratory::Vial> vial_coded(laboratory::UnitOfWork& work, const std::string& code);

}  // namespace kres::workflow
