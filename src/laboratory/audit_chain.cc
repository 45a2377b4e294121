#include "laboratory/audit_chain.h"

#include <fmt/format.h>

#include "base/digest.h"

namespace kres::laboratory {

namespace {
tl::unexpected<Error> broken(std::string message) {
  return fail({.code = ErrorCode::corrupt,
               .message = std::move(message),
               .file = "audit trail",
               .remedy = "keep the registry as it is and compare it with a backup"});
}
}  // namespace

Result<void> AuditVerifier::next(const AuditEvent& event) {
  const auto expected = head_.sequence + 1;
  if (event.sequence != expected)
    return broken(fmt::format("event {} is missing; the next one is {}", expected, event.sequence));
  if (event.previous_hash != head_.hash)
    return broken(fmt::format("event {} does not follow from the one before it", event.sequence));
  if (sha256_hex(canonical_text(event)) != event.hash)
    return broken(fmt::format("event {} was changed", event.sequence));
  head_ = {event.sequence, event.hash};
  const auto [begin, end] = missing_.equal_range(event.hash);
  for (auto link = begin; link != end;) {
    const bool here = link->second.sequence == 0 || link->second.sequence == event.sequence;
    link = here ? missing_.erase(link) : std::next(link);
  }
  return {};
}

void AuditVerifier::expect(AuditHead link, std::string named_by) {
  if (link.hash == kGenesisHash) return;
  missing_.insert({std::move(link.hash), {link.sequence, std::move(named_by)}});
}

Result<void> AuditVerifier::finish() const {
  if (missing_.empty()) return {};
  return broken(fmt::format(
      "the trail ends at event {} without the event that {} names: it was cut or rewritten",
      head_.sequence, missing_.begin()->second.named_by));
}

}  // namespace kres::laboratory
