// Table answer.
#pragma once

#include "laboratory/ports/answer_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class AnswerTable : public laboratory::AnswerRepository {
 public:
  explicit AnswerTable(Session& session) : session_(session) {}

  Result<laboratory::AnswerId> add(const laboratory::Answer& answer) override;
  Result<laboratory::Answer> update(laboratory::Answer answer) override;
  Result<std::optional<laboratory::Answer>> find(laboratory::AnswerId id) override;
  Result<std::vector<laboratory::Answer>> of(laboratory::IsolateId isolate) override;
  Result<std::vector<laboratory::Answer>> all_signed() override;

 private:
  Session& session_;
};

}  // namespace kres::storage
