#include "workflow/test_results.h"

#include <algorithm>

#include <fmt/format.h>

#include "laboratory/record_digest.h"
#include "workflow/attach_file.h"
#include "workflow/isolate_note.h"
#include "workflow/isolate_status.h"

namespace kres::workflow {

using laboratory::TestResultRecord;
using laboratory::UnitOfWork;

namespace {

Result<void> check_definition(const mechanism::ConfirmatoryTests& tests,
                              const EnteredTest& entered) {
  const auto* test = tests.find(entered.test);
  if (test == nullptr) return bad_input(fmt::format("There is no test '{}'", entered.test));
  if (entered.outcomes.empty()) return {};  // whether it may be is check_test_result's matter
  return check_outcomes(*test, entered.outcomes);
}

// The result to be replaced must be one of the isolate's that stands.
Result<void> check_replaced(UnitOfWork& work, laboratory::IsolateId isolate,
                            laboratory::TestResultId replaced) {
  if (!replaced) return {};
  const auto is_replaced = [&](const TestResultRecord& record) { return record.id == replaced; };
  KRES_ASSIGN(const auto all, work.test_results().all_of(isolate));
  if (std::none_of(all.begin(), all.end(), is_replaced))
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("The isolate has no test result {}", replaced.value),
                 .file = {},
                 .remedy = {}});
  KRES_ASSIGN(const auto current, work.test_results().current_of(isolate));
  if (std::none_of(current.begin(), current.end(), is_replaced))
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("Test result {} was replaced before", replaced.value),
                 .file = {},
                 .remedy = {}});
  return {};
}

}  // namespace

Result<TestResultRecord> enter_test(const Services& services,
                                    const mechanism::ConfirmatoryTests& tests,
                                    const std::string& accession, const EnteredTest& entered,
                                    const std::string& person) {
  KRES_TRY(check_definition(tests, entered));
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(auto isolate, isolate_named(*work, accession));
  const auto now = services.clock.now();
  TestResultRecord record{.isolate = isolate.id,
                          .test = entered.test,
                          .outcomes = entered.outcomes,
                          .tested = entered.tested,
                          .comment = entered.comment,
                          .entered_by = person,
                          .entered = now,
                          .predecessor = entered.replaces};
  KRES_TRY(check_test_result(record, services.clock.today()));
  KRES_TRY(check_replaced(*work, isolate.id, entered.replaces));
  KRES_ASSIGN(record.id, work->test_results().add(record));
  KRES_TRY(
      note(*work, isolate, person, now,
           {"test.entered", fmt::format("test result {}", record.id.value), digest_of(record)}));
  KRES_ASSIGN(const auto facts, facts_of(*work, isolate));
  if (facts.can_be_explained() || isolate.current_explanation)
    KRES_TRY(queue_analysis(*work, isolate, person, now));
  KRES_TRY(store_with_state(*work, std::move(isolate)));
  KRES_TRY(work->commit());
  return record;
}

std::vector<mechanism::TestOutcome> outcomes_of(const std::vector<TestResultRecord>& results) {
  std::vector<mechanism::TestOutcome> outcomes;
  for (const auto& result : results)
    if (!result.is_withdrawal()) outcomes.push_back({result.test, result.outcomes, result.tested});
  return outcomes;
}

}  // namespace kres::workflow
