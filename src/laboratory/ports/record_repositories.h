// Measurements, analyses, interpretations and explanations: rows are only ever added.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/error.h"
#include "laboratory/analysis_record.h"
#include "laboratory/controlled_value.h"
#include "laboratory/explanation_record.h"
#include "laboratory/interpretation_record.h"
#include "laboratory/measurement_record.h"
#include "laboratory/reported_result.h"

namespace kres::laboratory {

class MeasurementRepository {
 public:
  virtual ~MeasurementRepository() = default;
  virtual Result<MeasurementId> add(const MeasurementRecord& record) = 0;
  // Those not corrected by a later one, by number.
  virtual Result<std::vector<MeasurementRecord>> current_of(IsolateId isolate) = 0;
  virtual Result<std::vector<MeasurementRecord>> all_of(IsolateId isolate) = 0;
};

class AnalysisRepository {
 public:
  virtual ~AnalysisRepository() = default;
  virtual Result<AnalysisId> add(const AnalysisRecord& record) = 0;
  virtual Result<std::optional<AnalysisRecord>> find(AnalysisId id) = 0;
  // Newest first, without their result.
  virtual Result<std::vector<AnalysisRecord>> of(IsolateId isolate) = 0;
  // Isolates whose current analysis used another reference set than this one and of whom no
  // analysis is under way: at most `limit` of them by number, and how many there are.
  virtual Result<std::vector<IsolateId>> of_other_reference(const std::string& digest,
                                                            int limit) = 0;
  virtual Result<std::int64_t> count_other_reference(const std::string& digest) = 0;
};

class InterpretationRepository {
 public:
  virtual ~InterpretationRepository() = default;
  virtual Result<InterpretationId> add(const InterpretationRecord& record) = 0;
  // The newest of every measurement.
  virtual Result<std::vector<InterpretationRecord>> current_of(IsolateId isolate) = 0;
  // Those an explanation rests on.
  virtual Result<std::vector<InterpretationRecord>> of_explanation(ExplanationId explanation) = 0;
  // Of the values these explanations rest on, by measurement: those of a day and an agent of which
  // there is quality control, and those that it held back when they were interpreted.
  virtual Result<std::vector<ControlledValue>> controlled(
      const std::vector<ExplanationId>& explanations) = 0;
  // What is reported of the next explained isolates after one, by number.
  virtual Result<ReportedPage> reported(IsolateId after, int isolates) = 0;
  virtual Result<std::int64_t> explained_isolates() = 0;  // how many there are
};

class ExplanationRepository {
 public:
  virtual ~ExplanationRepository() = default;
  // With the interpretations it rests on, which stay tied to it.
  virtual Result<ExplanationId> add(const ExplanationRecord& record,
                                    const std::vector<InterpretationId>& interpretations) = 0;
  virtual Result<std::optional<ExplanationRecord>> find(ExplanationId id) = 0;
};

}  // namespace kres::laboratory
