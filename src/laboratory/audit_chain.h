// Verifies an audit trail: finds the first changed, removed, reordered or truncated event.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/error.h"
#include "laboratory/audit_event.h"

namespace kres::laboratory {

// A link of the chain remembered outside the registry's tables, so that a cut end is seen.
struct AuditHead {
  std::int64_t sequence = 0;  // 0: nothing yet
  std::string hash{kGenesisHash};
  bool operator==(const AuditHead&) const = default;
};

// Takes events in order of their sequence, one by one; remembers only the last.
class AuditVerifier {
 public:
  // `corrupt` names the event and how the chain breaks there. After an error: do not go on.
  Result<void> next(const AuditEvent& event);

  // Links that must be found on the way: the head kept beside the registry, the events that signed
  // answers name (sequence 0: anywhere). Call before next().
  void expect(AuditHead link, std::string named_by);
  // All expected links were found.
  Result<void> finish() const;

  const AuditHead& head() const { return head_; }

 private:
  struct Expected {
    std::int64_t sequence = 0;
    std::string named_by;
  };
  AuditHead head_;
  std::multimap<std::string, Expected> missing_;  // by hash
};

}  // namespace kres::laboratory
