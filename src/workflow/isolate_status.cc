#include "workflow/isolate_status.h"

#include <algorithm>

#include <fmt/format.h>

#include "laboratory/accession.h"

namespace kres::workflow {

using laboratory::Isolate;
using laboratory::UnitOfWork;

namespace {

// When it had grown, and when the first result and the first genome came.
Result<void> add_bench_days(UnitOfWork& work, const Isolate& isolate,
                            const laboratory::Clock& clock, laboratory::Milestones& milestones) {
  KRES_ASSIGN(const auto measurements, work.measurements().all_of(isolate.id));
  if (!measurements.empty()) milestones.measured = clock.day_of(measurements.front().entered);
  KRES_ASSIGN(const auto events, work.audit().of(isolate.accession));
  for (const auto& event : events)
    if (event.entry.event == "file.attached" && !milestones.sequenced)
      milestones.sequenced = clock.day_of(event.entry.time);
    else if (event.entry.event == "isolate.cultured")
      milestones.cultured = Date::parse(event.entry.detail);
  return {};
}

// Whether something measured or tested stands.
Result<bool> has_results(UnitOfWork& work, const Isolate& isolate) {
  KRES_ASSIGN(const auto measurements, work.measurements().current_of(isolate.id));
  if (!measurements.empty()) return true;
  KRES_ASSIGN(const auto tests, work.test_results().current_of(isolate.id));
  return std::any_of(tests.begin(), tests.end(),
                     [](const auto& test) { return !test.is_withdrawal(); });
}

// Whether another answer has to follow a signed one.
bool is_awaited_after(const laboratory::Answer& newest, bool has_genome) {
  return is_signed(newest) && (newest.preliminary || (has_genome && !newest.analysis));
}

}  // namespace

Result<laboratory::IsolateFacts> facts_of(UnitOfWork& work, const Isolate& isolate) {
  laboratory::IsolateFacts facts;
  KRES_ASSIGN(const auto files, work.isolates().files(isolate.id));
  facts.awaits_sample = is_awaited(isolate.sample);
  facts.has_genome = !files.empty();
  KRES_ASSIGN(facts.has_results, has_results(work, isolate));
  facts.genome_explained = static_cast<bool>(isolate.current_analysis);
  facts.has_explanation =
      isolate.current_explanation && (facts.genome_explained || facts.has_results);
  KRES_ASSIGN(const auto job, work.jobs().newest_of(isolate.id));
  if (job) facts.analysis_job = job->state;
  KRES_ASSIGN(const auto answers, work.answers().of(isolate.id));
  if (!answers.empty() && !is_awaited_after(answers.front(), facts.has_genome))
    facts.answer = answers.front().state;
  return facts;
}

Result<Isolate> store_with_state(UnitOfWork& work, Isolate isolate) {
  KRES_ASSIGN(const auto facts, facts_of(work, isolate));
  isolate.state = state_of(facts);
  return work.isolates().update(std::move(isolate));
}

Result<Isolate> isolate_named(UnitOfWork& work, const std::string& accession) {
  KRES_ASSIGN(const auto isolate, work.isolates().find(laboratory::as_accession(accession)));
  if (!isolate)
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("there is no isolate {}", accession),
                 .file = {},
                 .remedy = {}});
  return *isolate;
}

Result<laboratory::Turnaround> turnaround_of(UnitOfWork& work, const Isolate& isolate,
                                             const laboratory::Clock& clock) {
  laboratory::Milestones milestones{.received = isolate.received,
                                    .tube = isolate.sample == laboratory::SampleState::received};
  KRES_TRY(add_bench_days(work, isolate, clock, milestones));
  KRES_ASSIGN(const auto answers, work.answers().of(isolate.id));
  // The first final answer stopped the clock; amendments do not start it again.
  const auto first = std::find_if(answers.rbegin(), answers.rend(),
                                  [](const auto& answer) { return !answer.preliminary; });
  if (first != answers.rend()) {
    KRES_ASSIGN(const auto explanation, work.explanations().find(first->explanation));
    if (explanation) milestones.analysed = clock.day_of(explanation->created);
    if (first->validated) milestones.validated = clock.day_of(first->validated->time);
    if (first->approved) milestones.signed_ = clock.day_of(first->approved->time);
  } else if (isolate.current_analysis) {
    KRES_ASSIGN(const auto explanation, work.explanations().find(isolate.current_explanation));
    if (explanation) milestones.analysed = clock.day_of(explanation->created);
  }
  return laboratory::turnaround(milestones, clock.today());
}

}  // namespace kres::workflow
