#include "workflow/enter_measurements.h"

#include <algorithm>

#include <fmt/format.h>

#include "laboratory/record_digest.h"
#include "workflow/attach_file.h"
#include "workflow/isolate_note.h"
#include "workflow/isolate_status.h"
#include "workflow/measurements.h"

namespace kres::workflow {

using laboratory::Isolate;
using laboratory::MeasurementId;
using laboratory::MeasurementRecord;
using laboratory::UnitOfWork;

namespace {

constexpr std::string_view kConstructed = "constructed";

// The stored measurement by the same agent and method, or nullptr.
const MeasurementRecord* counterpart(const std::vector<MeasurementRecord>& stored,
                                     const MeasurementRecord& record) {
  const auto found = std::find_if(stored.begin(), stored.end(), [&](const auto& candidate) {
    return candidate.agent == record.agent && candidate.method == record.method;
  });
  return found == stored.end() ? nullptr : &*found;
}

}  // namespace

Result<std::vector<MeasurementId>> add_measurements(
    UnitOfWork& work, Isolate& isolate,
    const std::vector<susceptibility::Measurement>& measurements, const std::string& reason,
    const std::string& person, Instant now) {
  KRES_ASSIGN(const auto stored, work.measurements().current_of(isolate.id));
  std::vector<MeasurementRecord> records;
  std::vector<MeasurementId> added;
  for (const auto& measurement : measurements) {
    auto record = record_of(measurement);
    record.isolate = isolate.id;
    record.entered_by = person;
    record.entered = now;
    if (const auto* known = counterpart(stored, record)) {
      if (known->same_measurement(record)) continue;
      record.predecessor = known->id;
      record.reason = reason;
    }
    KRES_TRY(laboratory::check_correction(reason, static_cast<bool>(record.predecessor)));
    KRES_ASSIGN(record.id, work.measurements().add(record));
    isolate.constructed = isolate.constructed || record.provenance == kConstructed;
    added.push_back(record.id);
    records.push_back(std::move(record));
  }
  if (records.empty()) return added;
  KRES_TRY(note(work, isolate, person, now,
                {"measurements.entered",
                 fmt::format("measurements {}-{}", added.front().value, added.back().value),
                 digest_of(records)}));
  return added;
}

Result<EnteredMeasurements> enter_measurements(
    const Services& services, const std::string& accession,
    const std::vector<susceptibility::Measurement>& measurements, const std::string& reason,
    const std::string& person, std::int64_t revision) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(auto isolate, isolate_named(*work, accession));
  if (isolate.revision != revision)
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("{} was changed by someone else", accession),
                 .file = {},
                 .remedy = "look at it again"});
  const auto now = services.clock.now();
  EnteredMeasurements entered;
  KRES_ASSIGN(entered.added, add_measurements(*work, isolate, measurements, reason, person, now));
  entered.isolate = isolate;
  if (entered.added.empty()) return entered;
  KRES_ASSIGN(entered.job, queue_analysis(*work, isolate, person, now));
  KRES_ASSIGN(entered.isolate, store_with_state(*work, std::move(isolate)));
  KRES_TRY(work->commit());
  return entered;
}

}  // namespace kres::workflow
