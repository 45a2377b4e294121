#include "workflow/answer_situation.h"

#include <algorithm>
#include <set>

#include "workflow/day_control.h"
#include "workflow/isolate_status.h"
#include "workflow/measurements.h"

namespace kres::workflow {

using laboratory::AnswerSituation;
using laboratory::Isolate;
using laboratory::UnitOfWork;

Result<laboratory::Standings> standings_of(UnitOfWork& work, const std::vector<Isolate>& isolates,
                                           const susceptibility::QcRules& rules) {
  KRES_ASSIGN(auto standings, work.isolates().standings(isolates));
  KRES_ASSIGN(const auto changed, with_changed_control(work, rules, isolates));
  for (const auto id : changed) standings[id].all_explained = false;
  return standings;
}

Result<AnswerSituation> answer_situation(UnitOfWork& work, const Isolate& isolate,
                                         const susceptibility::QcRules& rules) {
  KRES_ASSIGN(const auto facts, facts_of(work, isolate));
  AnswerSituation situation{.explained = facts.has_explanation,
                            .genome_read = facts.genome_explained,
                            .genome_unread = facts.has_genome && !facts.genome_explained &&
                                             facts.analysis_job == laboratory::JobState::done,
                            .tube_awaited = facts.awaits_sample && !facts.has_genome,
                            .newest = {},
                            .entered_by = {}};
  KRES_ASSIGN(const auto answers, work.answers().of(isolate.id));
  if (!answers.empty()) situation.newest = answers.front();
  situation.final_signed = std::any_of(answers.begin(), answers.end(), laboratory::is_signed_final);
  KRES_ASSIGN(auto standings, standings_of(work, {isolate}, rules));
  situation.basis = basis_of(isolate, standings[isolate.id]);
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
