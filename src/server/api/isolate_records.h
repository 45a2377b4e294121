// Everything the registry holds of one isolate, read in one unit of work.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "laboratory/ports/registry.h"
#include "workflow/day_control.h"

namespace kres::api {

struct IsolateRecords {
  laboratory::Isolate isolate;
  laboratory::Referral referral;
  std::vector<laboratory::MeasurementRecord> measurements;
  std::optional<workflow::DayControl> control;      // of the days of the measurements
  std::vector<laboratory::TestResultRecord> tests;  // all, replaced ones too
  std::vector<laboratory::InterpretationRecord> interpretations;
  std::vector<laboratory::IsolateFile> files;
  std::vector<laboratory::AnalysisRecord> analyses;          // newest first, without results
  std::optional<laboratory::AnalysisRecord> analysis;        // the current one, with its result
  std::optional<laboratory::ExplanationRecord> explanation;  // the current one
  std::vector<laboratory::SenderQuery> queries;              // by number
  std::vector<laboratory::Isolate> earlier;                  // of the same patient, oldest first
  std::vector<laboratory::Answer> answers;                   // newest version first
  std::vector<laboratory::AnswerOpening> openings;           // of all answers, oldest first
  std::vector<laboratory::AuditEvent> history;               // oldest first
  std::optional<laboratory::Job> job;                        // the newest one
};

// Errors (corrupt): a record that another one names is missing.
Result<IsolateRecords> load_records(laboratory::UnitOfWork& work,
                                    const laboratory::Isolate& isolate,
                                    const susceptibility::QcRules& rules);

}  // namespace kres::api
