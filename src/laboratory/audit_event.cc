#include "laboratory/audit_event.h"

#include <fmt/format.h>

#include "base/digest.h"

namespace kres::laboratory {

namespace {
void add_field(std::string& text, std::string_view name, std::string_view value) {
  fmt::format_to(std::back_inserter(text), "{} {}:{}\n", name, value.size(), value);
}
}  // namespace

std::string canonical_text(const AuditEvent& event) {
  std::string text = "kres audit 1\n";
  add_field(text, "sequence", std::to_string(event.sequence));
  add_field(text, "time", iso_utc(event.entry.time));
  add_field(text, "person", event.entry.person);
  add_field(text, "event", event.entry.event);
  add_field(text, "subject", event.entry.subject);
  add_field(text, "detail", event.entry.detail);
  add_field(text, "before", event.entry.before_digest);
  add_field(text, "after", event.entry.after_digest);
  add_field(text, "previous", event.previous_hash);
  return text;
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
