// One link of the audit trail: who did what to which record, chained by digests.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"

namespace kres::laboratory {

// What the caller states; the log adds number and chain.
struct AuditEntry {
  std::string person;  // username, or kSystemUser
  Instant time{};
  std::string event;          // "isolate.received", "answer.signed" ...: noun.participle
  std::string subject;        // accession, username, "registry"; never a patient's name or number
  std::string detail;         // short, no patient data: "version 2", "job 14"
  std::string before_digest;  // SHA-256 of the record before and after, empty if none
  std::string after_digest;
};

struct AuditEvent {
  std::int64_t sequence = 0;  // 1, 2, 3 ... without gaps
  AuditEntry entry;
  std::string previous_hash;  // of the event before; kGenesisHash for the first
  std::string hash;           // SHA-256 of canonical_text()
};

inline constexpr std::string_view kGenesisHash =
    "0000000000000000000000000000000000000000000000000000000000000000";

// The bytes that are hashed (docs/formats/audit.md): every field with its length, so that no two
// different events have the same text.
std::string canonical_text(const AuditEvent& event);

// The next link after `previous` (nullptr for the first).
AuditEvent chain(AuditEntry entry, const AuditEvent* previous);

}  // namespace kres::laboratory
