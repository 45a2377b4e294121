// Which isolates a person may change: of those the person may see, for somebody outside only the
// own laboratory's.
#pragma once

#include "laboratory/person.h"
#include "laboratory/scope.h"

namespace kres::laboratory {

// Somebody who looks after a health region sees what its laboratories have sent, and stands in for
// none of them.
inline Scope change_scope_of(const Person& person, const Scope& seen) {
  if (!person.has(Role::referring)) return seen;
  return seen.narrowed(Scope::of_laboratories({person.laboratory}));
}

}  // namespace kres::laboratory
