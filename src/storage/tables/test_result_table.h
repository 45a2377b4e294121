// Tables test_result and explanation_test_result.
#pragma once

#include "laboratory/ports/test_result_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class TestResultTable : public laboratory::TestResultRepository {
 public:
  explicit TestResultTable(Session& session) : session_(session) {}

  Result<laboratory::TestResultId> add(const laboratory::TestResultRecord& record) override;
  Result<std::vector<laboratory::TestResultRecord>> current_of(
      laboratory::IsolateId isolate) override;
  Result<std::vector<laboratory::TestResultRecord>> all_of(laboratory::IsolateId isolate) override;
  Result<void> tie(laboratory::ExplanationId explanation,
                   const std::vector<laboratory::TestResultRecord>& results) override;
  Result<std::vector<laboratory::TestResultRecord>> of_explanation(
      laboratory::ExplanationId explanation) override;

 private:
  Session& session_;
};

}  // namespace kres::storage
