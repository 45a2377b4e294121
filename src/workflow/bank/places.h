// The bank's places: made, moved, and what happened to them.
#pragma once

#include <string>

#include "base/error.h"
#include "laboratory/bank/place_tree.h"
#include "workflow/services.h"

namespace kres::workflow {

Result<laboratory::PlaceTree> place_tree(laboratory::UnitOfWork& work);
// `not_found` if there is none.
Result<laboratory::StoragePlace> place_numbered(const laboratory::PlaceTree& tree,
                                                laboratory::StoragePlaceId id);

// Errors: check_place(), not_found (parent), conflict (name taken).
Result<laboratory::StoragePlace> add_place(const Services& services, laboratory::StoragePlace place,
                                           const std::string& person);

// With all that stands in it. Errors: not_found; bad_input if it cannot stand there, stands there
// already or would stand within itself; conflict if the name is taken there.
Result<laboratory::StoragePlace> move_place(const Services& services, laboratory::StoragePlaceId id,
                                            laboratory::StoragePlaceId to,
                                            const std::string& comment, const std::string& person);

// Errors: check_storage_event(), not_found.
Result<laboratory::StorageEvent> note_storage_event(const Services& services,
                                                    laboratory::StorageEvent event,
                                                    const std::string& person);

}  // namespace kres::workflow
