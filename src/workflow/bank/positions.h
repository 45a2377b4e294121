// Positions as people name them, and who stands at one that is taken.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/bank/place_tree.h"
#include "laboratory/bank/vial.h"
#include "workflow/services.h"

namespace kres::workflow {

struct NamedSpot {
  laboratory::StoragePlaceId box;
  std::string position;  // as on the lid: "B3"
};

inline constexpr std::size_t kMostVialsAtOnce = 200;

// Errors: not_found (place); bad_input if it is no box, has no such position, or one is named
// twice or too many at once.
Result<std::vector<laboratory::Spot>> spots_named(const laboratory::PlaceTree& tree,
                                                  const std::vector<NamedSpot>& named);

// `conflict` if one is taken; it says which vial stands there, since when and by whom.
Result<void> check_free(laboratory::UnitOfWork& work, const laboratory::PlaceTree& tree,
                        const std::vector<laboratory::Spot>& spots, const laboratory::Clock& clock);

// After a change was refused with `error`: if that was because another person took one of the
// positions in the same moment, the error that says so, otherwise the error itself.
Error why_refused(const Services& services, const std::vector<laboratory::Spot>& spots,
                  Error error);

}  // namespace kres::workflow
