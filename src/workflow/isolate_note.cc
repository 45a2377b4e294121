#include "workflow/isolate_note.h"

namespace kres::workflow {

Result<void> note(laboratory::UnitOfWork& work, const laboratory::Isolate& isolate,
                  const std::string& person, Instant now, IsolateNote note) {
  KRES_TRY(work.audit().append({.person = person,
                                .time = now,
                                .event = std::move(note.event),
                                .subject = isolate.accession,
                                .detail = std::move(note.detail),
                                .before_digest = {},
                                .after_digest = std::move(note.digest)}));
  return {};
}

}  // namespace kres::workflow
