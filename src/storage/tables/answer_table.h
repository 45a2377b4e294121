// Table answer.
#pragma once

#include "laboratory/ports/answer_repository.h"
#include "laboratory/scope.h"
#include "storage/sql/session.h"

namespace kres::storage {

class AnswerTable : public laboratory::AnswerRepository {
 public:
  AnswerTable(Session& session, const laboratory::Scope& scope)
      : session_(session), scope_(scope) {}

  Result<laboratory::AnswerId> add(const laboratory::Answer& answer) override;
  Result<laboratory::Answer> update(laboratory::Answer answer) override;
  Result<std::optional<laboratory::Answer>> find(laboratory::AnswerId id) override;
  Result<std::vector<laboratory::Answer>> of(laboratory::IsolateId isolate) override;
  Result<std::vector<laboratory::Answer>> of_each(
      const std::vector<laboratory::IsolateId>& isolates) override;
  Result<std::vector<laboratory::Answer>> all_signed() override;
  Result<std::vector<laboratory::Answer>> explained_anew(laboratory::AnswerId after,
                                                         int limit) override;
  Result<std::vector<laboratory::Answer>> signed_since(Instant since) override;
  Result<std::vector<laboratory::AnsweredTimes>> first_answers(Date since) override;

 private:
  Session& session_;
  const laboratory::Scope& scope_;
};

}  // namespace kres::storage
