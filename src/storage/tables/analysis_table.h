// Table analysis.
#pragma once

#include "laboratory/ports/record_repositories.h"
#include "laboratory/scope.h"
#include "storage/sql/session.h"

namespace kres::storage {

class AnalysisTable : public laboratory::AnalysisRepository {
 public:
  AnalysisTable(Session& session, const laboratory::Scope& scope)
      : session_(session), scope_(scope) {}

  Result<laboratory::AnalysisId> add(const laboratory::AnalysisRecord& record) override;
  Result<std::optional<laboratory::AnalysisRecord>> find(laboratory::AnalysisId id) override;
  Result<std::vector<laboratory::AnalysisRecord>> of(laboratory::IsolateId isolate) override;
  Result<std::vector<laboratory::IsolateId>> of_other_reference(const std::string& digest,
                                                                int limit) override;
  Result<std::int64_t> count_other_reference(const std::string& digest) override;

 private:
  Session& session_;
  const laboratory::Scope& scope_;
};

}  // namespace kres::storage
