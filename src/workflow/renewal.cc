#include "workflow/renewal.h"

#include <fmt/format.h>

#include "mechanism/explanation_json.h"
#include "workflow/attach_file.h"
#include "workflow/isolate_status.h"

namespace kres::workflow {

using laboratory::Answer;
using laboratory::AnswerId;
using laboratory::UnitOfWork;

namespace {

constexpr std::size_t kShownDigits = 12;

Result<mechanism::Explanation> explanation_numbered(UnitOfWork& work,
                                                    laboratory::ExplanationId id) {
  KRES_ASSIGN(const auto record, work.explanations().find(id));
  return mechanism::explanation_from_json(record->document,
                                          fmt::format("explanation {}", id.value));
}

Result<std::optional<laboratory::AnalysisRecord>> analysis_numbered(UnitOfWork& work,
                                                                    laboratory::AnalysisId id) {
  if (!id) return std::nullopt;
  KRES_ASSIGN(auto record, work.analyses().find(id));
  record->result.clear();
  return record;
}

Result<RenewedAnswer> compare(UnitOfWork& work, const Answer& answer) {
  KRES_ASSIGN(const auto isolate, work.isolates().find(answer.isolate));
  KRES_ASSIGN(const auto said, explanation_numbered(work, answer.explanation));
  KRES_ASSIGN(const auto now, explanation_numbered(work, isolate->current_explanation));
  RenewedAnswer renewed{.answer = answer, .change = explanation_change(said, now)};
  KRES_ASSIGN(renewed.before, analysis_numbered(work, answer.analysis));
  KRES_ASSIGN(renewed.after, analysis_numbered(work, isolate->current_analysis));
  return renewed;
}

}  // namespace

Result<Renewal> renew_analyses(const Services& services, const std::string& reference_digest,
                               const std::string& person, int most) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto isolates, work->analyses().of_other_reference(reference_digest, most));
  Renewal renewal;
  for (const auto id : isolates) {
    KRES_ASSIGN(auto isolate, work->isolates().find(id));
    KRES_TRY(queue_analysis(*work, *isolate, person, services.clock.now()));
    KRES_TRY(store_with_state(*work, *std::move(isolate)));
    ++renewal.queued;
  }
  KRES_ASSIGN(renewal.left, work->analyses().count_other_reference(reference_digest));
  KRES_TRY(work->commit());
  return renewal;
}

Result<RenewedPage> renewed_answers(UnitOfWork& work, AnswerId after, int limit) {
  KRES_ASSIGN(const auto answers, work.answers().explained_anew(after, limit));
  RenewedPage page{.looked_at = static_cast<int>(answers.size())};
  if (page.looked_at == limit) page.next = answers.back().id;
  for (const auto& answer : answers) {
    KRES_ASSIGN(auto renewed, compare(work, answer));
    if (renewed.change.any()) page.changed.push_back(std::move(renewed));
  }
  return page;
}

Result<std::string> renewal_version(UnitOfWork& work, AnswerId id) {
  KRES_ASSIGN(const auto answer, work.answers().find(id));
  if (!answer)
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("there is no answer {}", id.value),
                 .file = {},
                 .remedy = {}});
  KRES_ASSIGN(const auto isolate, work.isolates().find(answer->isolate));
  KRES_ASSIGN(const auto analysis, analysis_numbered(work, isolate->current_analysis));
  return renewal_version(analysis);
}

std::string renewal_version(const std::optional<laboratory::AnalysisRecord>& analysis) {
  if (!analysis) return "no genome";
  return "reference " + analysis->reference_digest.substr(0, kShownDigits);
}

}  // namespace kres::workflow
