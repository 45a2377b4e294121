// A new reference set: what was analysed with another one is analysed again, and signed answers
// that would be others since are listed. Nothing is answered anew before a person decides.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/analysis_record.h"
#include "laboratory/answer.h"
#include "laboratory/ports/registry.h"
#include "mechanism/explanation_change.h"
#include "workflow/services.h"

namespace kres::workflow {

struct Renewal {
  int queued = 0;
  std::int64_t left = 0;  // isolates that are still to be queued
};

// Queues an analysis, as system work that the person asked for, of at most `most` isolates whose
// current analysis used another reference set than this one.
Result<Renewal> renew_analyses(const Services& services, const std::string& reference_digest,
                               const std::string& person, int most);

// A signed answer whose isolate would be answered otherwise by its newest explanation.
struct RenewedAnswer {
  laboratory::Answer answer;
  std::optional<laboratory::AnalysisRecord> before, after;  // without results; none: no genome
  mechanism::ExplanationChange change;
};
struct RenewedPage {
  std::vector<RenewedAnswer> changed;
  int looked_at = 0;          // answers whose isolate was explained anew
  laboratory::AnswerId next;  // after which the next page begins, 0 on the last
};
Result<RenewedPage> renewed_answers(laboratory::UnitOfWork& work, laboratory::AnswerId after,
                                    int limit);

// What a decision about such an answer is made under: "reference 5b754ee937f4", or "no genome" as
// long as none is read. Errors (not_found): there is no such answer.
Result<std::string> renewal_version(laboratory::UnitOfWork& work, laboratory::AnswerId answer);
std::string renewal_version(const std::optional<laboratory::AnalysisRecord>& analysis);

}  // namespace kres::workflow
