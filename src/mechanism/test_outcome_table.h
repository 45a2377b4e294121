// Reads results of confirmatory tests from a table (docs/formats/tests.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "mechanism/confirmatory_tests.h"
#include "mechanism/explain_input.h"

namespace kres::mechanism {

struct IsolateTestOutcome {
  std::string isolate;
  TestOutcome outcome;
};

// Columns isolate, test, outcome (several separated by ";"); optional date. Errors name the row: an
// unknown column, test, outcome or date, outcomes that cannot be one result, the same row twice, a
// day after `today`.
Result<std::vector<IsolateTestOutcome>> read_test_outcomes(std::string_view text,
                                                           const std::string& name,
                                                           const ConfirmatoryTests& tests,
                                                           Date today);

}  // namespace kres::mechanism
