// Tables explanation and explanation_interpretation.
#pragma once

#include "laboratory/ports/record_repositories.h"
#include "laboratory/scope.h"
#include "storage/sql/session.h"

namespace kres::storage {

class ExplanationTable : public laboratory::ExplanationRepository {
 public:
  ExplanationTable(Session& session, const laboratory::Scope& scope)
      : session_(session), scope_(scope) {}

  Result<laboratory::ExplanationId> add(
      const laboratory::ExplanationRecord& record,
      const std::vector<laboratory::InterpretationId>& interpretations) override;
  Result<std::optional<laboratory::ExplanationRecord>> find(laboratory::ExplanationId id) override;

 private:
  Session& session_;
  const laboratory::Scope& scope_;
};

}  // namespace kres::storage
