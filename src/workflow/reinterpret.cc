#include "workflow/reinterpret.h"

#include <algorithm>

#include <fmt/format.h>

#include "susceptibility/interpretation_json.h"
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

// Only the version differs: the species is the one that was believed then.
Result<Reinterpreted> compare(const std::string& accession, const std::string& organism,
                              const MeasurementRecord& measurement,
                              const InterpretationRecord* stored, const Standard& standard) {
  KRES_ASSIGN(const auto as_measured,
              measurement_of(measurement, accession, stored ? stored->organism : organism));
  Reinterpreted row{.measurement = measurement,
                    .before = {},
                    .after = interpret(as_measured, standard),
                    .change = {}};
  if (stored == nullptr) return row;
  KRES_ASSIGN(row.before, stored_interpretation(*stored));
  row.change = change_between(*row.before, row.after);
  return row;
}

Result<Reinterpretation> compare_all(const std::string& accession, std::string organism,
                                     const std::vector<MeasurementRecord>& measurements,
                                     const std::vector<InterpretationRecord>& stored,
                                     const Standard& standard) {
  Reinterpretation all{.organism = std::move(organism), .rows = {}};
  for (const auto& measurement : measurements) {
    const auto found = std::find_if(stored.begin(), stored.end(), [&](const auto& record) {
      return record.measurement == measurement.id;
    });
    const auto* record = found == stored.end() ? nullptr : &*found;
    KRES_ASSIGN(auto row, compare(accession, all.organism, measurement, record, standard));
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
  return compare_all(isolate.accession, std::move(organism), measurements, stored, standard);
}

Result<Reinterpretation> reinterpret_answer(UnitOfWork& work, const laboratory::Answer& answer,
                                            const Standard& standard) {
  KRES_ASSIGN(const auto measurements,
              measurements_behind(work, answer.isolate, answer.explanation));
  KRES_ASSIGN(const auto stored, work.interpretations().of_explanation(answer.explanation));
  const auto organism = stored.empty() ? std::string() : stored.front().organism;
  return compare_all(answer.accession, organism, measurements, stored, standard);
}

Result<std::optional<ChangedCategory>> changed_category(const laboratory::ReportedResult& reported,
                                                        const Standard& standard) {
  const auto& stored = reported.interpretation;
  KRES_ASSIGN(const auto measurement,
              measurement_of(reported.measurement, reported.accession, stored.organism));
  auto after = interpret(measurement, standard);
  const auto category = after.category ? name_of(*after.category) : std::string_view();
  if (category == stored.category) return std::nullopt;
  KRES_ASSIGN(auto before, stored_interpretation(stored));
  return ChangedCategory{std::move(before), std::move(after)};
}

}  // namespace kres::workflow
