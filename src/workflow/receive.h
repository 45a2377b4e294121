// Receives referrals: files, isolate, measurements and the analysis job become one transaction.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "exchange/referral_batch.h"
#include "workflow/intake_desk.h"

namespace kres::workflow {

enum class Outcome {
  created,    // a new isolate
  extended,   // known; a genome or measurements were added
  unchanged,  // known, and nothing new was sent
  differing,  // known; some of what was sent contradicts what is stored, which was kept
};
std::string_view name_of(Outcome outcome);

struct ReceivedReferral {
  std::string laboratory, sender_id;
  std::string accession;  // empty for a new one in a dry run
  Outcome outcome = Outcome::unchanged;
  std::vector<std::string> differences;  // "age: another value is stored"
};

enum class Mode { store, dry_run };

// Idempotent by laboratory and the sender's identifier: the same again changes nothing, an empty
// value erases nothing, another value is reported and not stored. What a new referral lacks is
// asked for. All or nothing: after an error the registry is as before. Requires: the batch has no
// errors.
Result<std::vector<ReceivedReferral>> receive(const IntakeDesk& desk,
                                              const exchange::ReferralBatch& batch,
                                              const std::string& person, Mode mode);

}  // namespace kres::workflow
