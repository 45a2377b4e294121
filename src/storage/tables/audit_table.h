// Table audit_event: the audit trail.
#pragma once

#include "laboratory/audit_chain.h"
#include "laboratory/ports/audit_log.h"
#include "storage/sql/session.h"

namespace kres::storage {

class AuditTable : public laboratory::AuditLog {
 public:
  explicit AuditTable(Session& session) : session_(session) {}

  // Requires: a write transaction.
  Result<laboratory::AuditEvent> append(const laboratory::AuditEntry& entry) override;
  Result<std::optional<laboratory::AuditEvent>> last() override;
  Result<std::vector<laboratory::AuditEvent>> of(const std::string& subject) override;
  Result<void> each(
      const std::function<Result<void>(const laboratory::AuditEvent&)>& visit) override;

  // The newest event appended through this object, sequence 0 if none.
  const laboratory::AuditHead& appended() const { return appended_; }

 private:
  Result<std::optional<laboratory::AuditEvent>> newest();

  Session& session_;
  laboratory::AuditHead appended_;
};

}  // namespace kres::storage
