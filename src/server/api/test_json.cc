#include "server/api/test_json.h"

#include <array>

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace kres::api {

using laboratory::TestResultRecord;
using mechanism::ConfirmatoryTest;
using mechanism::ConfirmatoryTests;
using Json = nlohmann::ordered_json;

namespace {

std::string_view name_of(mechanism::ClaimState state) {
  constexpr std::array<std::string_view, 3> names{"present", "suspected", "absent"};
  return names[static_cast<std::size_t>(state)];
}

Json outcomes_value(const ConfirmatoryTest& test, Language language) {
  Json items = Json::array();
  for (const auto& outcome : test.outcomes) {
    Json says = Json::array();
    for (const auto& claim : outcome.claims)
      says.push_back({{"subject", claim.subject.text}, {"state", name_of(claim.state)}});
    items.push_back({{"code", outcome.code},
                     {"words", outcome.words.in(language)},
                     {"shows", outcome.shown.in(language)},
                     {"says", std::move(says)},
                     {"alone", !test.several || !outcome.shows_something()}});
  }
  return items;
}

// The words of the outcomes; of a test that is not defined any more, their codes.
std::string text_of(const TestResultRecord& result, const ConfirmatoryTest* test,
                    Language language) {
  std::vector<std::string> words;
  for (const auto& code : result.outcomes) {
    const auto* outcome = test == nullptr ? nullptr : test->find(code);
    words.push_back(outcome == nullptr ? code : outcome->words.in(language));
  }
  return join(words, ", ");
}

Json replaced_by(const TestResultRecord& result, const std::vector<TestResultRecord>& all) {
  for (const auto& later : all)
    if (later.predecessor == result.id) return later.id.value;
  return nullptr;
}

}  // namespace

Json test_definitions_value(const ConfirmatoryTests& tests, Language language) {
  Json items = Json::array();
  for (const auto& test : tests.all())
    items.push_back({{"id", test.id},
                     {"name", test.name.in(language)},
                     {"analyte", test.analyte.text},
                     {"analyte_words", test.analyte_words.in(language)},
                     {"groups", test.groups},
                     {"agents", test.agents},
                     {"several", test.several},
                     {"source", test.source},
                     {"outcomes", outcomes_value(test, language)}});
  return items;
}

Json test_result_value(const TestResultRecord& result, const std::vector<TestResultRecord>& all,
                       const ConfirmatoryTests& tests, Language language) {
  const auto* test = tests.find(result.test);
  return {{"id", result.id.value},
          {"test", result.test},
          {"name", test == nullptr ? result.test : test->name.in(language)},
          {"outcomes", result.outcomes},
          {"text", text_of(result, test, language)},
          {"tested", result.tested ? Json(result.tested->iso()) : Json(nullptr)},
          {"comment", result.comment},
          {"entered_by", result.entered_by},
          {"entered", iso_utc(result.entered)},
          {"withdrawn", result.is_withdrawal()},
          {"replaces", result.predecessor ? Json(result.predecessor.value) : Json(nullptr)},
          {"replaced_by", replaced_by(result, all)}};
}

Json test_results_value(const std::vector<TestResultRecord>& results,
                        const ConfirmatoryTests& tests, Language language) {
  Json items = Json::array();
  for (const auto& result : results)
    items.push_back(test_result_value(result, results, tests, language));
  return items;
}

}  // namespace kres::api
