// Results of confirmatory tests: rows are only ever added.
#pragma once

#include <vector>

#include "base/error.h"
#include "laboratory/test_result_record.h"

namespace kres::laboratory {

class TestResultRepository {
 public:
  virtual ~TestResultRepository() = default;
  virtual Result<TestResultId> add(const TestResultRecord& record) = 0;
  // Those not corrected by a later one, withdrawals among them, by number.
  virtual Result<std::vector<TestResultRecord>> current_of(IsolateId isolate) = 0;
  virtual Result<std::vector<TestResultRecord>> all_of(IsolateId isolate) = 0;
  // Notes what an explanation rests on, withdrawals among them.
  virtual Result<void> tie(ExplanationId explanation,
                           const std::vector<TestResultRecord>& results) = 0;
  virtual Result<std::vector<TestResultRecord>> of_explanation(ExplanationId explanation) = 0;
};

}  // namespace kres::laboratory
