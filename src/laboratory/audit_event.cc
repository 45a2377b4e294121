#include "laboratory/audit_event.h"

#include "base/digest.h"
#include "laboratory/canonical_text.h"

namespace kres::laboratory {

std::string canonical_text(const AuditEvent& event) {
  return CanonicalText("kres audit 1")
      .add("sequence", event.sequence)
      .add("time", iso_utc(event.entry.time))
      .add("person", event.entry.person)
      .add("event", event.entry.event)
      .add("subject", event.entry.subject)
      .add("detail", event.entry.detail)
      .add("before", event.entry.before_digest)
      .add("after", event.entry.after_digest)
      .add("previous", event.previous_hash)
      .text();
}

AuditEvent chain(AuditEntry entry, const AuditEvent* previous) {
  AuditEvent event{.sequence = previous ? previous->sequence + 1 : 1,
                   .entry = std::move(entry),
                   .previous_hash = previous ? previous->hash : std::string(kGenesisHash),
                   .hash = {}};
  event.hash = sha256_hex(canonical_text(event));
  return event;
}

}  // namespace kres::laboratory
