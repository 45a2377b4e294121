// Measurements of an isolate come into the registry, as new ones or as corrections.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/isolate.h"
#include "laboratory/job.h"
#include "susceptibility/measurement.h"
#include "workflow/services.h"

namespace kres::workflow {

// Adds those that are not stored already, with their audit event; one by the same agent and method
// as a stored one corrects it for the reason given, and the stored one stays. Says in the isolate
// if any of them is constructed. Gives the numbers of what was added. Requires: a writing unit, no
// agent and method twice.
Result<std::vector<laboratory::MeasurementId>> add_measurements(
    laboratory::UnitOfWork& work, laboratory::Isolate& isolate,
    const std::vector<susceptibility::Measurement>& measurements, const std::string& reason,
    const std::string& person, Instant now);

struct EnteredMeasurements {
  laboratory::Isolate isolate;  // as it stands now
  std::vector<laboratory::MeasurementId> added;
  std::optional<laboratory::Job> job;  // that explains them, if any is new
};

// All of them or none; where one replaces another value a reason is needed. `revision`: the isolate
// as the person has seen it; `conflict` if another is stored. Nothing changes if everything is
// stored already.
Result<EnteredMeasurements> enter_measurements(
    const Services& services, const std::string& accession,
    const std::vector<susceptibility::Measurement>& measurements, const std::string& reason,
    const std::string& person, std::int64_t revision);

}  // namespace kres::workflow
