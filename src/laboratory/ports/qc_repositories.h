// Results of control strains and decisions about days that are out: rows are only ever added.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/qc_decision_record.h"
#include "laboratory/qc_result_record.h"

namespace kres::laboratory {

// Days of quality control, both ends included; an empty name takes all.
struct QcSelection {
  Date from, to;
  std::string strain, agent;
};

class QcResultRepository {
 public:
  virtual ~QcResultRepository() = default;
  virtual Result<QcResultId> add(const QcResultRecord& record) = 0;
  virtual Result<std::optional<QcResultRecord>> find(QcResultId id) = 0;
  // Replaced ones and withdrawals too, by day and number.
  virtual Result<std::vector<QcResultRecord>> all(const QcSelection& selection) = 0;
  // Of these days, neither replaced nor withdrawn, by day and number.
  virtual Result<std::vector<QcResultRecord>> standing_on(const std::vector<Date>& days) = 0;
};

class QcDecisionRepository {
 public:
  virtual ~QcDecisionRepository() = default;
  virtual Result<QcDecisionId> add(const QcDecisionRecord& record) = 0;
  virtual Result<std::optional<QcDecisionRecord>> find(QcDecisionId id) = 0;
  // Replaced ones too, by number; the strain of the selection does not count.
  virtual Result<std::vector<QcDecisionRecord>> all(const QcSelection& selection) = 0;
  // Of these days; replaced ones too, by number.
  virtual Result<std::vector<QcDecisionRecord>> on(const std::vector<Date>& days) = 0;
};

}  // namespace kres::laboratory
