// Reads stored measurements under another breakpoint version, beside what was reported of them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/answer.h"
#include "laboratory/isolate.h"
#include "laboratory/ports/registry.h"
#include "susceptibility/interpret.h"
#include "susceptibility/interpretation_change.h"

namespace kres::workflow {

struct Reinterpreted {
  laboratory::MeasurementRecord measurement;
  std::optional<susceptibility::Interpretation> before;  // as it is stored, if it was interpreted
  susceptibility::Interpretation after;                  // for the same species
  susceptibility::InterpretationChange change;           // nothing if there is no before
};

struct Reinterpretation {
  std::string organism;  // of measurements that were not interpreted before
  std::vector<Reinterpreted> rows;
};

// The measurements that stand, beside their newest stored interpretation. Errors (corrupt): what is
// stored cannot be read.
Result<Reinterpretation> reinterpret_isolate(laboratory::UnitOfWork& work,
                                             const laboratory::Isolate& isolate,
                                             const susceptibility::Standard& standard);

// The measurements that an answer rests on, corrected since or not, beside what it says of them.
Result<Reinterpretation> reinterpret_answer(laboratory::UnitOfWork& work,
                                            const laboratory::Answer& answer,
                                            const susceptibility::Standard& standard);

struct ChangedCategory {
  const laboratory::ReportedResult* reported = nullptr;
  susceptibility::Interpretation before, after;
};
// Those of the results whose category changes; reads only their stored documents. Requires: the
// results are all that is reported of one isolate; they outlive what is returned.
Result<std::vector<ChangedCategory>> changed_categories(
    std::span<const laboratory::ReportedResult> of_isolate,
    const susceptibility::Standard& standard);

}  // namespace kres::workflow
