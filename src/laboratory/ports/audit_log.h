// The audit trail: events are only ever added, in one chain.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/audit_event.h"

namespace kres::laboratory {

class AuditLog {
 public:
  virtual ~AuditLog() = default;
  virtual Result<AuditEvent> append(const AuditEntry& entry) = 0;
  virtual Result<std::optional<AuditEvent>> last() = 0;
  virtual Result<std::vector<AuditEvent>> of(const std::string& subject) = 0;  // oldest first
  // Every event in order; stops at the first error `visit` returns.
  virtual Result<void> each(const std::function<Result<void>(const AuditEvent&)>& visit) = 0;
};

}  // namespace kres::laboratory
