// Verifies the registry off-line, from the trail to the records and from every record to the trail:
// events, records, signed answers, stored files.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "laboratory/audit_chain.h"
#include "laboratory/ports/signer.h"
#include "workflow/services.h"

namespace kres::workflow {

struct Verified {
  laboratory::AuditHead head;
  std::int64_t records = 0;               // compared with the digest the trail keeps
  std::int64_t answers = 0;               // signatures that hold
  std::int64_t files = 0;                 // that match their digest
  std::vector<std::string> unreferenced;  // digests of stored files that no record names: harmless
};

// Told now and then how many "events" of the trail, or signed "answers", are verified.
using VerifyProgress = std::function<void(std::string_view what, std::int64_t done)>;

// `known` are heads of the trail kept elsewhere: beside the registry, on paper; one of sequence 0
// says that a head is not where it is kept. The first thing that does not hold is a `corrupt` error
// that names it.
Result<Verified> verify_registry(const Services& services,
                                 const std::vector<laboratory::AuditHead>& known,
                                 laboratory::VerifySignature verify_signature,
                                 const VerifyProgress& progress = {});

}  // namespace kres::workflow
