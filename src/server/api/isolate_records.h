// Everything the registry holds of one isolate, read in one unit of work.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "laboratory/answer_rules.h"
#include "laboratory/ports/clock.h"
#include "laboratory/ports/registry.h"
#include "laboratory/turnaround.h"

namespace kres::api {

struct IsolateRecords {
  laboratory::Isolate isolate;
  laboratory::Referral referral;
  std::vector<laboratory::MeasurementRecord> measurements;
  std::vector<laboratory::InterpretationRecord> interpretations;
  std::vector<laboratory::Blob> files;
  std::vector<laboratory::AnalysisRecord> analyses;          // newest first, without results
  std::optional<laboratory::AnalysisRecord> analysis;        // the current one, with its result
  std::optional<laboratory::ExplanationRecord> explanation;  // the current one
  std::vector<laboratory::Answer> answers;                   // newest version first
  std::vector<laboratory::AuditEvent> history;               // oldest first
};

// `not_found` if there is none.
Result<laboratory::Isolate> find_isolate(laboratory::UnitOfWork& work,
                                         const std::string& accession);

// Errors (corrupt): a record that another one names is missing.
Result<IsolateRecords> load_records(laboratory::UnitOfWork& work,
                                    const laboratory::Isolate& isolate);

// What the rules of the answer look at.
laboratory::AnswerSituation situation_of(const IsolateRecords& records);

// When the isolate reached which step; the first answer counts, not its amendments.
Result<laboratory::Milestones> milestones_of(laboratory::UnitOfWork& work,
                                             const IsolateRecords& records,
                                             const laboratory::Clock& clock);

}  // namespace kres::api
