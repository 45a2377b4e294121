// Table audit_event: the audit trail.
#pragma once

#include "laboratory/audit_chain.h"
#include "laboratory/ports/audit_log.h"
#include "storage/sql/later_writes.h"
#include "storage/sql/session.h"

namespace kres::storage {

class AuditTable : public laboratory::AuditLog {
 public:
  explicit AuditTable(Session& session)
      : session_(session),
        later_(session.waiting(), {"audit_event"}, [this] { return write_waiting(); }) {}

  // Written with others, at the latest before the transaction is committed. Requires: a write
  // transaction.
  Result<laboratory::AuditEvent> append(const laboratory::AuditEntry& entry) override;
  Result<std::optional<laboratory::AuditEvent>> last() override;
  Result<std::vector<laboratory::AuditEvent>> of(const std::string& subject) override;
  Result<void> each(
      const std::function<Result<void>(const laboratory::AuditEvent&)>& visit) override;

  // The newest event appended through this object, sequence 0 if none.
  const laboratory::AuditHead& appended() const { return appended_; }

 private:
  Result<std::optional<laboratory::AuditEvent>> newest();
  Result<void> write_waiting();

  Session& session_;
  laboratory::AuditHead appended_;
  std::vector<laboratory::AuditEvent> waiting_;
  LaterWrites later_;
};

}  // namespace kres::storage
