// Which vials are picked for a request.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/bank/strain_request.h"
#include "laboratory/bank/vial.h"
#include "laboratory/ports/registry.h"

namespace kres::workflow {

// What to pick: of each strain the vials of its newest lot that were thawed least; none of a lot
// that a check has condemned, none that is picked for another request. Fewer if there are not as
// many.
Result<std::vector<laboratory::Vial>> vials_to_pick(laboratory::UnitOfWork& work,
                                                    const laboratory::StrainRequest& request);

// Stored vials of the strains asked for, as many as were asked for, by their codes. Errors:
// not_found; conflict for a vial that is picked for another request, or check_may_leave();
// bad_input for one that has left, is named twice, or is more, less or other than was asked for.
Result<void> pick_vials(laboratory::UnitOfWork& work, const laboratory::StrainRequest& request,
                        const std::vector<std::string>& codes);

// `conflict` names the first vial of a lot that a check has condemned (lot_check.h).
Result<void> check_may_leave(laboratory::UnitOfWork& work,
                             const std::vector<laboratory::Vial>& vials);

}  // namespace kres::workflow
