// A result of a confirmatory test as stored: which test, what came out, who entered it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

struct TestResultRecord {
  TestResultId id;
  IsolateId isolate;
  std::string test;                   // id of its definition, "carba_np"
  std::vector<std::string> outcomes;  // codes of its definition; none: the result is withdrawn
  std::optional<Date> tested;         // day of the test, if stated
  std::string comment;                // required of a correction
  std::string entered_by;             // username
  Instant entered{};
  TestResultId predecessor;  // the result this one corrects or withdraws, 0 if none

  bool is_withdrawal() const { return outcomes.empty(); }
};

inline constexpr std::size_t kLongestTestComment = 1000;  // bytes

// What any result must satisfy, whatever its test: outcomes unless it withdraws another, a reason
// where it corrects one, no day after `today`, a comment that is short and holds no national
// identity number. Errors: bad_input.
Result<void> check_test_result(const TestResultRecord& record, Date today);

}  // namespace kres::laboratory
