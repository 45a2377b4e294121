#include "workflow/answer_situation.h"

#include <algorithm>
#include <set>

#include "workflow/day_control.h"
#include "workflow/measurements.h"

namespace kres::workflow {

using laboratory::AnswerSituation;
using laboratory::Basis;
using laboratory::Isolate;
using laboratory::JobState;
using laboratory::UnitOfWork;

namespace {

// Whether the explanation rests on exactly the results of tests that stand.
Result<bool> all_tests_explained(UnitOfWork& work, const Isolate& isolate) {
  KRES_ASSIGN(const auto standing, work.test_results().current_of(isolate.id));
  KRES_ASSIGN(const auto explained,
              work.test_results().of_explanation(isolate.current_explanation));
  return std::equal(standing.begin(), standing.end(), explained.begin(), explained.end(),
                    [](const auto& a, const auto& b) { return a.id == b.id; });
}

// Whether every measurement that stands is part of the current explanation.
Result<bool> all_explained(UnitOfWork& work, const Isolate& isolate) {
  KRES_ASSIGN(const auto standing, work.measurements().current_of(isolate.id));
  KRES_ASSIGN(const auto explained,
              measurements_behind(work, isolate.id, isolate.current_explanation));
  return std::all_of(standing.begin(), standing.end(), [&](const auto& measurement) {
    return std::any_of(explained.begin(), explained.end(),
                       [&](const auto& known) { return known.id == measurement.id; });
  });
}

Result<Basis> basis_of(UnitOfWork& work, const Isolate& isolate, const AnswerSituation& situation,
                       const susceptibility::QcRules& rules) {
  if (!situation.explained) return Basis::current;
  // The jobs of an isolate are run in order: if the newest is over, all are.
  KRES_ASSIGN(const auto job, work.jobs().newest_of(isolate.id));
  if (job && (job->state == JobState::queued || job->state == JobState::running))
    return Basis::analysing;
  KRES_ASSIGN(const bool complete, all_explained(work, isolate));
  KRES_ASSIGN(const bool tests_complete, all_tests_explained(work, isolate));
  KRES_ASSIGN(const bool held_otherwise, control_has_changed(work, rules, isolate));
  if (!complete || !tests_complete || held_otherwise) return Basis::unanalysed;
  const auto& newest = situation.newest;
  return newest && newest->explanation != isolate.current_explanation ? Basis::outdated
                                                                      : Basis::current;
}

}  // namespace

Result<AnswerSituation> answer_situation(UnitOfWork& work, const Isolate& isolate,
                                         const susceptibility::QcRules& rules) {
  AnswerSituation situation{
      .explained = static_cast<bool>(isolate.current_explanation), .newest = {}, .entered_by = {}};
  KRES_ASSIGN(const auto answers, work.answers().of(isolate.id));
  if (!answers.empty()) situation.newest = answers.front();
  situation.final_signed = std::any_of(answers.begin(), answers.end(), laboratory::is_signed_final);
  KRES_ASSIGN(situation.basis, basis_of(work, isolate, situation, rules));
  if (!situation.newest) return situation;
  KRES_ASSIGN(const auto measurements,
              measurements_behind(work, isolate.id, situation.newest->explanation));
  std::set<std::string> people;
  for (const auto& measurement : measurements) people.insert(measurement.entered_by);
  KRES_ASSIGN(const auto tests, work.test_results().of_explanation(situation.newest->explanation));
  for (const auto& test : tests) people.insert(test.entered_by);
  situation.entered_by.assign(people.begin(), people.end());
  return situation;
}

}  // namespace kres::workflow
