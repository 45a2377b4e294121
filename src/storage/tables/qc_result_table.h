// Table qc_result.
#pragma once

#include "laboratory/ports/qc_repositories.h"
#include "storage/sql/session.h"

namespace kres::storage {

class QcResultTable : public laboratory::QcResultRepository {
 public:
  explicit QcResultTable(Session& session) : session_(session) {}

  Result<laboratory::QcResultId> add(const laboratory::QcResultRecord& record) override;
  Result<std::optional<laboratory::QcResultRecord>> find(laboratory::QcResultId id) override;
  Result<std::vector<laboratory::QcResultRecord>> all(
      const laboratory::QcSelection& selection) override;
  Result<std::vector<laboratory::QcResultRecord>> standing_on(
      const std::vector<Date>& days) override;

 private:
  Session& session_;
};

}  // namespace kres::storage
