#include "laboratory/measurement_record.h"

#include <fmt/format.h>

namespace kres::laboratory {

std::string MeasurementRecord::text() const {
  return fmt::format("{}{} {}", sign == "=" ? "" : sign, value, unit);
}

bool MeasurementRecord::same_measurement(const MeasurementRecord& other) const {
  return isolate == other.isolate && agent == other.agent && method == other.method &&
         system == other.system && sign == other.sign && value == other.value &&
         unit == other.unit && disk_ug == other.disk_ug && guideline == other.guideline &&
         indication == other.indication && route == other.route && measured == other.measured &&
         provenance == other.provenance;
}

}  // namespace kres::laboratory
