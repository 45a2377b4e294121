// Table interpretation.
#pragma once

#include "laboratory/ports/record_repositories.h"
#include "laboratory/scope.h"
#include "storage/sql/session.h"

namespace kres::storage {

class InterpretationTable : public laboratory::InterpretationRepository {
 public:
  InterpretationTable(Session& session, const laboratory::Scope& scope)
      : session_(session), scope_(scope) {}

  Result<laboratory::InterpretationId> add(const laboratory::InterpretationRecord& record) override;
  Result<std::vector<laboratory::InterpretationRecord>> current_of(
      laboratory::IsolateId isolate) override;
  Result<std::vector<laboratory::InterpretationRecord>> of_explanation(
      laboratory::ExplanationId explanation) override;
  Result<std::vector<laboratory::ControlledValue>> controlled(
      const std::vector<laboratory::ExplanationId>& explanations) override;
  Result<laboratory::ReportedPage> reported(laboratory::IsolateId after, int isolates) override;
  Result<std::int64_t> explained_isolates() override;

 private:
  Session& session_;
  const laboratory::Scope& scope_;
};

}  // namespace kres::storage
