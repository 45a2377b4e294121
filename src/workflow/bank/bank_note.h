// Audit events of the bank.
#pragma once

#include <string>

#include "base/error.h"
#include "laboratory/ports/registry.h"

namespace kres::workflow {

struct BankNote {
  std::string event;    // "vial.moved"
  std::string subject;  // number of a strain, request or panel; path of a place
  std::string detail;
  std::string digest_before, digest_after;
};

// Requires: a writing unit.
Result<void> note(laboratory::UnitOfWork& work, const std::string& person, Instant now,
                  BankNote note);

}  // namespace kres::workflow
