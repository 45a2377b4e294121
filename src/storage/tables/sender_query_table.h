// Table sender_query.
#pragma once

#include "laboratory/ports/sender_query_repository.h"
#include "laboratory/scope.h"
#include "storage/sql/session.h"

namespace kres::storage {

class SenderQueryTable : public laboratory::SenderQueryRepository {
 public:
  // Requires: both outlive the table.
  SenderQueryTable(Session& session, const laboratory::Scope& scope)
      : session_(session), scope_(scope) {}
  Result<void> add(std::vector<laboratory::SenderQuery>& queries) override;
  Result<std::optional<laboratory::SenderQuery>> find(laboratory::SenderQueryId id) override;
  Result<void> close(const laboratory::SenderQuery& query) override;
  Result<std::vector<laboratory::SenderQuery>> of(laboratory::IsolateId isolate) override;
  Result<std::map<laboratory::IsolateId, std::int64_t>> open_of_each(
      const std::vector<laboratory::IsolateId>& isolates) override;
  Result<std::vector<laboratory::SenderQuery>> list(std::optional<laboratory::QueryState> state,
                                                    int limit) override;

 private:
  Session& session_;
  const laboratory::Scope& scope_;
};

}  // namespace kres::storage
