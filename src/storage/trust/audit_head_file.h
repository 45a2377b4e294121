// The head of the audit trail in a small file beside the registry: "sequence hash".
#pragma once

#include <mutex>

#include "base/files.h"
#include "laboratory/ports/audit_witness.h"

namespace kres::storage {

// Processes that share the file take turns by a lock on it.
class AuditHeadFile : public laboratory::AuditWitness {
 public:
  explicit AuditHeadFile(Path file) : file_(std::move(file)) {}
  Result<void> remember(const laboratory::AuditHead& head) override;
  // Sequence 0 if the file does not exist; `corrupt` if it holds anything else.
  Result<laboratory::AuditHead> remembered() const override;

 private:
  Path file_;
  std::mutex mutex_;
};

// "17 9f86d0..." both ways.
std::string head_text(const laboratory::AuditHead& head);
Result<laboratory::AuditHead> head_from_text(std::string_view text, const std::string& name);

}  // namespace kres::storage
