#include "workflow/measurements.h"

#include <algorithm>

#include <fmt/format.h>

namespace kres::workflow {

using laboratory::MeasurementRecord;
using susceptibility::Measurement;

MeasurementRecord record_of(const Measurement& measurement) {
  return {.agent = measurement.agent,
          .method = std::string(name_of(measurement.method)),
          .system = measurement.system,
          .sign = std::string(name_of(measurement.sign)),
          .value = measurement.value,
          .unit = std::string(name_of(measurement.unit)),
          .disk_ug = measurement.disk_ug,
          .guideline = measurement.guideline,
          .indication = measurement.indication,
          .route = measurement.route,
          .provenance = measurement.provenance,
          .measured = measurement.date,
          .entered_by = {}};
}

Result<Measurement> measurement_of(const MeasurementRecord& record, const std::string& accession,
                                   const std::string& organism) {
  const auto method = susceptibility::parse_method(record.method);
  const auto sign = susceptibility::parse_sign(record.sign);
  const auto unit = susceptibility::parse_unit(record.unit);
  if (!method || !sign || !unit)
    return fail(
        {.code = ErrorCode::corrupt,
         .message = fmt::format("measurement {} of {} cannot be read", record.id.value, accession),
         .file = {},
         .remedy = {}});
  return Measurement{.isolate = accession,
                     .organism = organism,
                     .agent = record.agent,
                     .method = *method,
                     .system = record.system,
                     .sign = *sign,
                     .value = record.value,
                     .unit = *unit,
                     .disk_ug = record.disk_ug,
                     .guideline = record.guideline,
                     .indication = record.indication,
                     .route = record.route,
                     .provenance = record.provenance,
                     .date = record.measured};
}

Result<std::vector<MeasurementRecord>> measurements_behind(laboratory::UnitOfWork& work,
                                                           laboratory::IsolateId isolate,
                                                           laboratory::ExplanationId explanation) {
  KRES_ASSIGN(const auto interpretations, work.interpretations().of_explanation(explanation));
  KRES_ASSIGN(auto measurements, work.measurements().all_of(isolate));
  std::erase_if(measurements, [&](const MeasurementRecord& measurement) {
    return std::none_of(interpretations.begin(), interpretations.end(),
                        [&](const auto& record) { return record.measurement == measurement.id; });
  });
  return measurements;
}

}  // namespace kres::workflow
