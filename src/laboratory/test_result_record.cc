#include "laboratory/test_result_record.h"

#include <fmt/format.h>

#include "laboratory/referral.h"

namespace kres::laboratory {

Result<void> check_test_result(const TestResultRecord& record, Date today) {
  if (record.test.empty()) return bad_input("State the test");
  if (record.is_withdrawal() && !record.predecessor) return bad_input("State an outcome");
  if (record.predecessor && record.comment.empty())
    return bad_input("A correction needs a comment that says why");
  if (record.tested && today < *record.tested)
    return bad_input(fmt::format("The day of the test, {}, lies ahead", record.tested->iso()));
  if (record.comment.size() > kLongestTestComment)
    return bad_input(fmt::format("The comment is longer than {} bytes", kLongestTestComment));
  if (contains_national_identity_number(record.comment))
    return bad_input("The comment holds a national identity number");
  return {};
}

}  // namespace kres::laboratory
