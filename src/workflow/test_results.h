// Results of confirmatory tests: entered, corrected, withdrawn, and part of the explanation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/test_result_record.h"
#include "mechanism/confirmatory_tests.h"
#include "mechanism/explain_input.h"
#include "workflow/services.h"

namespace kres::workflow {

// What a person enters. `replaces` names the result it corrects; without outcomes it withdraws it.
struct EnteredTest {
  std::string test;
  std::vector<std::string> outcomes;
  std::optional<Date> tested;
  std::string comment;
  laboratory::TestResultId replaces;
};

// Stored with who and when, noted in the audit trail, and the job is queued that explains the
// isolate anew. Errors: not_found (isolate, result replaced), bad_input (unknown
// test or outcome, and check_test_result), conflict (the result was replaced already).
Result<laboratory::TestResultRecord> enter_test(const Services& services,
                                                const mechanism::ConfirmatoryTests& tests,
                                                const std::string& accession,
                                                const EnteredTest& entered,
                                                const std::string& person);

// As the explanation reads them; withdrawals are left out.
std::vector<mechanism::TestOutcome> outcomes_of(
    const std::vector<laboratory::TestResultRecord>& results);

}  // namespace kres::workflow
