#include "workflow/store_examination.h"

#include <map>

#include <fmt/format.h>

#include "genome/result/json.h"
#include "laboratory/person.h"
#include "laboratory/record_digest.h"
#include "mechanism/explanation_json.h"
#include "susceptibility/interpretation_json.h"
#include "workflow/isolate_findings.h"

namespace kres::workflow {

using laboratory::Isolate;
using laboratory::UnitOfWork;

namespace {

Result<void> note(UnitOfWork& work, const Isolate& isolate, Instant now, std::string event,
                  std::string detail, std::string digest) {
  KRES_TRY(work.audit().append({.person = std::string(laboratory::kSystemUser),
                                .time = now,
                                .event = std::move(event),
                                .subject = isolate.accession,
                                .detail = std::move(detail),
                                .before_digest = {},
                                .after_digest = std::move(digest)}));
  return {};
}

Result<laboratory::AnalysisId> store_analysis(UnitOfWork& work, const Isolate& isolate,
                                              const Examination& examination, Instant now) {
  const auto& genome = *examination.genome;
  const laboratory::AnalysisRecord record{.isolate = isolate.id,
                                          .input_sha256 = examination.files.front().blob.sha256,
                                          .software = genome.software,
                                          .reference_name = genome.reference_name,
                                          .reference_digest = genome.reference_digest,
                                          .settings_digest = genome.settings_digest,
                                          .verdict = std::string(name_of(genome.quality.verdict)),
                                          .result = to_json(genome),
                                          .created = now,
                                          .predecessor = isolate.current_analysis};
  KRES_ASSIGN(const auto id, work.analyses().add(record));
  KRES_TRY(note(work, isolate, now, "analysis.stored", fmt::format("analysis {}", id.value),
                digest_of(record)));
  return id;
}

Result<std::vector<laboratory::InterpretationRecord>> store_interpretations(
    UnitOfWork& work, const Isolate& isolate, const Examination& examination, Instant now) {
  std::map<laboratory::MeasurementId, laboratory::InterpretationId> before;
  KRES_ASSIGN(const auto current, work.interpretations().current_of(isolate.id));
  for (const auto& record : current) before[record.measurement] = record.id;
  std::vector<laboratory::InterpretationRecord> records;
  const auto& examined = examination.examined;
  for (std::size_t i = 0; i < examination.measurements.size(); ++i) {
    const auto& interpretation = examined.interpretations[i];
    const auto measurement = examination.measurements[i].id;
    laboratory::InterpretationRecord record{
        .isolate = isolate.id,
        .measurement = measurement,
        .breakpoints = examined.explanation.breakpoint_version,
        .organism = examined.organism,
        .category = interpretation.category ? std::string(name_of(*interpretation.category)) : "",
        .document = to_json(interpretation),
        .created = now,
        .predecessor = before[measurement]};
    KRES_ASSIGN(record.id, work.interpretations().add(record));
    records.push_back(std::move(record));
  }
  return records;
}

Result<laboratory::ExplanationId> store_explanation(
    UnitOfWork& work, const Isolate& isolate, const Examination& examination,
    const std::vector<laboratory::InterpretationRecord>& interpretations, Instant now) {
  const auto& explanation = examination.examined.explanation;
  const laboratory::ExplanationRecord record{.isolate = isolate.id,
                                             .analysis = isolate.current_analysis,
                                             .rules = explanation.rule_version,
                                             .document = to_json(explanation),
                                             .created = now,
                                             .predecessor = isolate.current_explanation};
  std::vector<laboratory::InterpretationId> ids;
  for (const auto& interpretation : interpretations) ids.push_back(interpretation.id);
  KRES_ASSIGN(const auto id, work.explanations().add(record, ids));
  KRES_TRY(work.test_results().tie(id, examination.tests));
  KRES_TRY(note(work, isolate, now, "explanation.stored", fmt::format("explanation {}", id.value),
                digest_of(record, interpretations, examination.tests)));
  return id;
}

laboratory::IsolateSummary summary_of(const Examination& examination) {
  laboratory::IsolateSummary summary;
  const auto& genome = examination.genome;
  summary.species = genome ? genome->species.name : examination.examined.explanation.organism;
  if (genome && !genome->mlst.empty()) summary.st = genome->mlst.front().st;
  summary.key_findings = examination.examined.explanation.key_findings;
  for (const auto& finding : examination.examined.explanation.cases)
    if (finding.status == mechanism::CaseStatus::met)
      summary.case_definitions.push_back(finding.definition);
  return summary;
}

}  // namespace

Result<Isolate> store_examination(UnitOfWork& work, Isolate isolate, const Examination& examination,
                                  Instant now) {
  if (examination.genome) {
    KRES_ASSIGN(isolate.current_analysis, store_analysis(work, isolate, examination, now));
    KRES_TRY(work.catalogue().keep_findings(isolate.id, findings_in(*examination.genome)));
  }
  KRES_ASSIGN(const auto interpretations, store_interpretations(work, isolate, examination, now));
  KRES_ASSIGN(isolate.current_explanation,
              store_explanation(work, isolate, examination, interpretations, now));
  isolate.summary = summary_of(examination);
  return isolate;
}

}  // namespace kres::workflow
