// Tables qc_decision and qc_decision_result.
#pragma once

#include "laboratory/ports/qc_repositories.h"
#include "storage/sql/session.h"

namespace kres::storage {

class QcDecisionTable : public laboratory::QcDecisionRepository {
 public:
  explicit QcDecisionTable(Session& session) : session_(session) {}

  Result<laboratory::QcDecisionId> add(const laboratory::QcDecisionRecord& record) override;
  Result<std::optional<laboratory::QcDecisionRecord>> find(laboratory::QcDecisionId id) override;
  Result<std::vector<laboratory::QcDecisionRecord>> all(
      const laboratory::QcSelection& selection) override;
  Result<std::vector<laboratory::QcDecisionRecord>> on(const std::vector<Date>& days) override;

 private:
  Result<std::vector<laboratory::QcDecisionRecord>> with_seen(const std::vector<Row>& rows);

  Session& session_;
};

}  // namespace kres::storage
