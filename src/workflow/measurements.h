// Measurements between their stored form and the form that is interpreted, and what rests on them.
#pragma once

#include <vector>

#include "base/error.h"
#include "laboratory/measurement_record.h"
#include "laboratory/ports/registry.h"
#include "susceptibility/measurement.h"

namespace kres::workflow {

// Isolate, entered_by, entered and predecessor are left for the caller.
laboratory::MeasurementRecord record_of(const susceptibility::Measurement& measurement);

// `corrupt` if the record holds a method, sign or unit that this program does not know.
Result<susceptibility::Measurement> measurement_of(const laboratory::MeasurementRecord& record,
                                                   const std::string& accession,
                                                   const std::string& organism);

// Those that an explanation of the isolate rests on, corrected since or not; by number.
Result<std::vector<laboratory::MeasurementRecord>> measurements_behind(
    laboratory::UnitOfWork& work, laboratory::IsolateId isolate,
    laboratory::ExplanationId explanation);

}  // namespace kres::workflow
