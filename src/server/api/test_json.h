// Confirmatory tests and their results as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "base/language.h"
#include "laboratory/test_result_record.h"
#include "mechanism/confirmatory_tests.h"

namespace kres::api {

nlohmann::ordered_json test_definitions_value(const mechanism::ConfirmatoryTests& tests,
                                              Language language);

// `all` are the results of the isolate: they tell which one took the place of this one.
nlohmann::ordered_json test_result_value(const laboratory::TestResultRecord& result,
                                         const std::vector<laboratory::TestResultRecord>& all,
                                         const mechanism::ConfirmatoryTests& tests,
                                         Language language);

// Every result in the order of entry, those that were replaced among them.
nlohmann::ordered_json test_results_value(const std::vector<laboratory::TestResultRecord>& results,
                                          const mechanism::ConfirmatoryTests& tests,
                                          Language language);

}  // namespace kres::api
