#include "workflow/bank/bank_note.h"

namespace kres::workflow {

Result<void> note(laboratory::UnitOfWork& work, const std::string& person, Instant now,
                  BankNote note) {
  KRES_TRY(work.audit().append({.person = person,
                                .time = now,
                                .event = std::move(note.event),
                                .subject = std::move(note.subject),
                                .detail = std::move(note.detail),
                                .before_digest = std::move(note.digest_before),
                                .after_digest = std::move(note.digest_after)}));
  return {};
}

}  // namespace kres::workflow
