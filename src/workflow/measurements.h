// Measurements between their stored form and the form that is interpreted.
#pragma once

#include "base/error.h"
#include "laboratory/measurement_record.h"
#include "susceptibility/measurement.h"

namespace kres::workflow {

// Isolate, entered_by, entered and predecessor are left for the caller.
laboratory::MeasurementRecord record_of(const susceptibility::Measurement& measurement);

// `corrupt` if the record holds a method, sign or unit that this program does not know.
Result<susceptibility::Measurement> measurement_of(const laboratory::MeasurementRecord& record,
                                                   const std::string& accession,
                                                   const std::string& organism);

}  // namespace kres::workflow
