#include "workflow/reinterpret.h"

#include <algorithm>

#include <fmt/format.h>

#include "susceptibility/interpretation_json.h"
#include "workflow/day_control.h"
#include "workflow/isolate_organism.h"
#include "workflow/measurements.h"

namespace kres::workflow {

using laboratory::InterpretationRecord;
using laboratory::MeasurementRecord;
using laboratory::UnitOfWork;
using susceptibility::Interpretation;
using susceptibility::Standard;

namespace {

Result<Interpretation> stored_interpretation(const InterpretationRecord& record) {
  auto read = susceptibility::interpretation_from_json(
      record.document, fmt::format("interpretation {}", record.id.value));
  if (!read)
    return fail(
        {.code = ErrorCode::corrupt, .message = read.error().message, .file = {}, .remedy = {}});
  return read;
}

const InterpretationRecord* newest_of(const MeasurementRecord& measurement,
                                      const std::vector<InterpretationRecord>& stored) {
  const auto found = std::find_if(stored.begin(), stored.end(), [&](const auto& record) {
    return record.measurement == measurement.id;
  });
  return found == stored.end() ? nullptr : &*found;
}

// Only the version differs: the species is the one that was believed then.
Result<Reinterpretation> compare_all(UnitOfWork& work, const std::string& accession,
                                     std::string organism,
                                     const std::vector<MeasurementRecord>& measurements,
                                     const std::vector<InterpretationRecord>& stored,
                                     const Standard& standard) {
  Reinterpretation all{.organism = std::move(organism), .rows = {}};
  std::vector<susceptibility::Measurement> measured;
  for (const auto& measurement : measurements) {
    const auto* record = newest_of(measurement, stored);
    KRES_ASSIGN(auto as_measured,
                measurement_of(measurement, accession, record ? record->organism : all.organism));
    measured.push_back(std::move(as_measured));
  }
  auto after = interpret_isolate(measured, standard);
  KRES_ASSIGN(const auto control, control_of(work, standard.control, measurements));
  apply_control(after, control);
  for (std::size_t i = 0; i < measurements.size(); ++i) {
    Reinterpreted row{
        .measurement = measurements[i], .before = {}, .after = std::move(after[i]), .change = {}};
    if (const auto* record = newest_of(row.measurement, stored)) {
      KRES_ASSIGN(row.before, stored_interpretation(*record));
      row.change = change_between(*row.before, row.after);
    }
    all.rows.push_back(std::move(row));
  }
  return all;
}

}  // namespace

Result<Reinterpretation> reinterpret_isolate(UnitOfWork& work, const laboratory::Isolate& isolate,
                                             const Standard& standard) {
  KRES_ASSIGN(auto organism, organism_of(work, isolate));
  KRES_ASSIGN(const auto measurements, work.measurements().current_of(isolate.id));
  KRES_ASSIGN(const auto stored, work.interpretations().current_of(isolate.id));
  return compare_all(work, isolate.accession, std::move(organism), measurements, stored, standard);
}

Result<Reinterpretation> reinterpret_answer(UnitOfWork& work, const laboratory::Answer& answer,
                                            const Standard& standard) {
  KRES_ASSIGN(const auto measurements,
              measurements_behind(work, answer.isolate, answer.explanation));
  KRES_ASSIGN(const auto stored, work.interpretations().of_explanation(answer.explanation));
  const auto organism = stored.empty() ? std::string() : stored.front().organism;
  return compare_all(work, answer.accession, organism, measurements, stored, standard);
}

Result<std::vector<ChangedCategory>> changed_categories(
    std::span<const laboratory::ReportedResult> of_isolate, const Standard& standard) {
  std::vector<susceptibility::Measurement> measured;
  for (const auto& reported : of_isolate) {
    KRES_ASSIGN(auto measurement, measurement_of(reported.measurement, reported.accession,
                                                 reported.interpretation.organism));
    measured.push_back(std::move(measurement));
  }
  auto after = interpret_isolate(measured, standard);
  std::vector<ChangedCategory> changed;
  for (std::size_t i = 0; i < of_isolate.size(); ++i) {
    const auto& stored = of_isolate[i].interpretation;
    const auto category = after[i].category ? name_of(*after[i].category) : std::string_view();
    if (category == stored.category) continue;
    KRES_ASSIGN(auto before, stored_interpretation(stored));
    if (!before.held_by_quality_control().empty()) continue;  // whatever the version
    changed.push_back({&of_isolate[i], std::move(before), std::move(after[i])});
  }
  return changed;
}

}  // namespace kres::workflow
