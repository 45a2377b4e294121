// Remembers the head of the audit trail outside the registry's tables, so that a cut end is seen.
#pragma once

#include "base/error.h"
#include "laboratory/audit_chain.h"

namespace kres::laboratory {

class AuditWitness {
 public:
  virtual ~AuditWitness() = default;
  // Moves forward only: an older head changes nothing. Durable when it returns.
  virtual Result<void> remember(const AuditHead& head) = 0;
  virtual Result<AuditHead> remembered() const = 0;
};

}  // namespace kres::laboratory
