// Bodies of requests about quality control.
#pragma once

#include <vector>

#include "laboratory/qc_result_record.h"
#include "server/api/services.h"
#include "server/http/message.h"
#include "susceptibility/qc_entry.h"
#include "workflow/quality_control.h"

namespace kres::api {

// The rows of "results", 1-200 of them.
Result<std::vector<susceptibility::TypedQc>> typed_qc_rows(const http::Request& request);

// Who, when and reason are left for the caller.
laboratory::QcResultRecord qc_record_of(const susceptibility::QcResult& result);

Result<laboratory::QcResultRecord> stored_qc_result(const Services& services,
                                                    laboratory::QcResultId id);

// The new value is read for the strain, agent, method, load and day of what it replaces.
Result<workflow::QcCorrection> qc_correction_in(const Services& services,
                                                const http::Request& request,
                                                const laboratory::QcResultRecord& replaced);

Result<workflow::QcVerdict> qc_verdict_in(const http::Request& request);

}  // namespace kres::api
