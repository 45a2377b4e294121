// Table analysis.
#pragma once

#include "laboratory/ports/record_repositories.h"
#include "storage/sql/session.h"

namespace kres::storage {

class AnalysisTable : public laboratory::AnalysisRepository {
 public:
  explicit AnalysisTable(Session& session) : session_(session) {}

  Result<laboratory::AnalysisId> add(const laboratory::AnalysisRecord& record) override;
  Result<std::optional<laboratory::AnalysisRecord>> find(laboratory::AnalysisId id) override;
  Result<std::vector<laboratory::AnalysisRecord>> of(laboratory::IsolateId isolate) override;

 private:
  Session& session_;
};

}  // namespace kres::storage
