#include "laboratory/measurement_record.h"

#include <fmt/format.h>

#include "laboratory/referral.h"

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

Result<void> check_correction(const std::string& reason, bool corrects) {
  if (corrects && reason.empty())
    return bad_input("A value that replaces a stored one needs a reason", {}, 0,
                     "say why in the field 'reason'");
  if (reason.size() > kLongestCorrectionReason)
    return bad_input(fmt::format("The reason is longer than {} bytes", kLongestCorrectionReason));
  if (contains_national_identity_number(reason))
    return bad_input("The reason holds a national identity number");
  return {};
}

}  // namespace kres::laboratory
