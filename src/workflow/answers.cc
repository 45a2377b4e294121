#include "workflow/answers.h"

#include <fmt/format.h>

#include "base/text.h"
#include "laboratory/answer_digest.h"
#include "laboratory/record_digest.h"
#include "workflow/answer_events.h"
#include "workflow/isolate_status.h"

namespace kres::workflow {

using laboratory::Answer;
using laboratory::AnswerId;
using laboratory::AnswerSituation;
using laboratory::AnswerState;
using laboratory::Isolate;
using laboratory::Person;
using laboratory::UnitOfWork;

namespace {

constexpr std::size_t kLongestRemark = 1000;

Result<void> check_remark(const std::string& text) {
  if (text.size() > kLongestRemark) return bad_input("the text is longer than 1000 bytes");
  if (!is_valid_utf8(text)) return bad_input("the text is not UTF-8");
  if (laboratory::contains_national_identity_number(text))
    return bad_input("the text holds a national identity number");
  return {};
}

Result<Answer> answer_numbered(UnitOfWork& work, AnswerId id) {
  KRES_ASSIGN(const auto answer, work.answers().find(id));
  if (!answer)
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("there is no answer {}", id.value),
                 .file = {},
                 .remedy = {}});
  return *answer;
}

Result<void> note(UnitOfWork& work, const Answer& answer, const laboratory::Step& step,
                  std::string event) {
  KRES_TRY(work.audit().append({.person = step.person,
                                .time = step.time,
                                .event = std::move(event),
                                .subject = answer.accession,
                                .detail = fmt::format("answer {}", answer.id.value),
                                .before_digest = {},
                                .after_digest = laboratory::digest_of_draft(answer)}));
  return {};
}

// The answer with its isolate, both as stored, when the rule lets the person act on it.
using Rule = Result<void> (*)(const AnswerSituation&, const Person&);
struct Case {
  Answer answer;
  Isolate isolate;
};
Result<Case> open_case(const AnswerDesk& desk, UnitOfWork& work, AnswerId id, const Person& person,
                       Rule rule, std::optional<std::int64_t> revision) {
  KRES_ASSIGN(auto answer, answer_numbered(work, id));
  KRES_ASSIGN(auto isolate, work.isolates().find(answer.isolate));
  KRES_ASSIGN(const auto situation, answer_situation(work, *isolate, desk.qc_rules));
  const bool newest = situation.newest && situation.newest->id == id;
  if (!newest || (revision && *revision != answer.revision))
    return fail(
        {.code = ErrorCode::conflict, .message = "answer.why.stale", .file = {}, .remedy = {}});
  KRES_TRY(rule(situation, person));
  return Case{std::move(answer), std::move(*isolate)};
}

struct FrozenFiles {
  laboratory::Blob pdf, json;
};

// Both are on disk when it returns.
Result<FrozenFiles> store_rendered(const AnswerDesk& desk, const Answer& answer,
                                   const RenderedAnswer& rendered) {
  const auto name = fmt::format("{}-v{}", answer.accession, answer.version);
  FrozenFiles files;
  KRES_ASSIGN(files.pdf, desk.services.blobs.put(rendered.pdf, "application/pdf", name + ".pdf"));
  KRES_ASSIGN(files.json,
              desk.services.blobs.put(rendered.json, "application/json", name + ".json"));
  return files;
}

Result<RenderedAnswer> render(const AnswerDesk& desk, UnitOfWork& work, const Answer& answer) {
  KRES_ASSIGN(const auto input, answer_input(work, answer, desk.settings));
  return desk.render(input);
}

// Rendered and stored before the write transaction begins.
struct Prepared {
  Answer answer;
  FrozenFiles files;
};
Result<Prepared> prepare_signature(const AnswerDesk& desk, AnswerId id, const std::string& comment,
                                   const Person& person, std::optional<std::int64_t> revision) {
  KRES_ASSIGN(auto work, desk.services.registry.read());
  KRES_ASSIGN(auto opened, open_case(desk, *work, id, person, laboratory::may_approve, revision));
  auto& answer = opened.answer;
  answer.state = AnswerState::signed_;
  answer.approved = {person.username, desk.services.clock.now(), comment};
  KRES_ASSIGN(const auto rendered, render(desk, *work, answer));
  KRES_ASSIGN(const auto files, store_rendered(desk, answer, rendered));
  return Prepared{std::move(answer), files};
}

Result<laboratory::Frozen> sign(const AnswerDesk& desk, UnitOfWork& work, const Answer& answer,
                                const FrozenFiles& files) {
  const auto statement = signed_statement(answer, files.pdf.sha256, files.json.sha256);
  KRES_ASSIGN(const auto signature, desk.signer.sign(statement));
  KRES_ASSIGN(
      const auto event,
      work.audit().append({.person = answer.approved->person,
                           .time = answer.approved->time,
                           .event = "answer.signed",
                           .subject = answer.accession,
                           .detail = fmt::format("answer {}", answer.id.value),
                           .before_digest = {},
                           .after_digest = laboratory::digest_of_signature(statement, signature)}));
  return laboratory::Frozen{.pdf_sha256 = files.pdf.sha256,
                            .json_sha256 = files.json.sha256,
                            .signature = signature,
                            .public_key = desk.signer.public_key(),
                            .audit_event = event.hash};
}

Answer new_draft(const Services& services, const Isolate& isolate, const AnswerSituation& situation,
                 const DraftWish& wish, const Person& person) {
  Answer answer{.isolate = isolate.id,
                .accession = isolate.accession,
                .preliminary = wish.preliminary,
                .language = wish.language,
                .analysis = isolate.current_analysis,
                .explanation = isolate.current_explanation,
                .without_genome = wish.without_genome,
                .created = {person.username, services.clock.now(), {}},
                .reason = wish.reason};
  if (situation.newest) {
    answer.version = situation.newest->version + 1;
    answer.predecessor = situation.newest->id;
  }
  return answer;
}

// Moves an unsigned answer to the current results and the wished kind; what was validated is to be
// validated again.
Result<Answer> redraft(const Services& services, UnitOfWork& work, const Isolate& isolate,
                       Answer answer, const DraftWish& wish, const Person& person) {
  answer.state = AnswerState::draft;
  answer.preliminary = wish.preliminary;
  answer.language = wish.language;
  answer.analysis = isolate.current_analysis;
  answer.explanation = isolate.current_explanation;
  answer.without_genome = wish.without_genome;
  answer.validated.reset();
  KRES_ASSIGN(auto stored, work.answers().update(std::move(answer)));
  KRES_TRY(note(work, stored, {person.username, services.clock.now(), {}}, "answer.redrafted"));
  return stored;
}

// A new answer, the next version, or the unsigned one anew: whether it may be, with this reason.
Result<void> check_wish(const AnswerSituation& situation, const DraftWish& wish,
                        const Person& person) {
  const auto& newest = situation.newest;
  const bool amends = newest && is_signed_final(*newest);
  if (amends) {
    KRES_TRY(may_amend(situation, person));
  } else if (newest && !is_signed(*newest) && newest->preliminary != wish.preliminary) {
    KRES_TRY(may_change_kind(situation, person));
  } else {
    KRES_TRY(may_draft(situation, person));
  }
  KRES_TRY(check_without_genome(situation, wish.preliminary, wish.without_genome));
  if (wish.preliminary && situation.final_signed)
    return fail({.code = ErrorCode::conflict,
                 .message = "answer.why.final_exists",
                 .file = {},
                 .remedy = {}});
  if (amends && trim(wish.reason).empty()) return bad_input("answer.why.reason_missing");
  if (!amends && !wish.reason.empty()) return bad_input("answer.why.nothing_to_amend");
  return {};
}

}  // namespace

Result<Answer> draft_answer(const AnswerDesk& desk, const std::string& accession, DraftWish wish,
                            const Person& person) {
  KRES_TRY(check_remark(wish.reason));
  KRES_TRY(check_remark(wish.without_genome));
  wish.without_genome = trim(wish.without_genome);
  KRES_ASSIGN(auto work, desk.services.registry.write());
  KRES_ASSIGN(auto isolate, isolate_named(*work, accession));
  KRES_ASSIGN(const auto situation, answer_situation(*work, isolate, desk.qc_rules));
  KRES_TRY(check_wish(situation, wish, person));
  Answer answer;
  if (situation.newest && !is_signed(*situation.newest)) {
    KRES_ASSIGN(answer, redraft(desk.services, *work, isolate, *situation.newest, wish, person));
  } else {
    answer = new_draft(desk.services, isolate, situation, wish, person);
    KRES_ASSIGN(answer.id, work->answers().add(answer));
    KRES_TRY(note(*work, answer, answer.created, "answer.drafted"));
  }
  KRES_TRY(store_with_state(*work, std::move(isolate)));
  KRES_TRY(work->commit());
  return answer;
}

Result<Answer> validate_answer(const AnswerDesk& desk, AnswerId id, const std::string& comment,
                               const Person& person, std::optional<std::int64_t> revision) {
  KRES_TRY(check_remark(comment));
  KRES_ASSIGN(auto work, desk.services.registry.write());
  KRES_ASSIGN(auto opened, open_case(desk, *work, id, person, laboratory::may_validate, revision));
  opened.answer.state = AnswerState::validated;
  opened.answer.validated = {person.username, desk.services.clock.now(), comment};
  KRES_ASSIGN(auto answer, work->answers().update(std::move(opened.answer)));
  KRES_TRY(note(*work, answer, *answer.validated, "answer.validated"));
  KRES_TRY(store_with_state(*work, std::move(opened.isolate)));
  KRES_TRY(work->commit());
  return answer;
}

Result<Answer> approve_answer(const AnswerDesk& desk, AnswerId id, const std::string& comment,
                              const Person& person, std::optional<std::int64_t> revision) {
  KRES_TRY(check_remark(comment));
  KRES_ASSIGN(auto prepared, prepare_signature(desk, id, comment, person, revision));
  KRES_ASSIGN(auto work, desk.services.registry.write());
  // Somebody may have acted since: the rules and the revision are looked at again.
  KRES_ASSIGN(auto opened, open_case(desk, *work, id, person, laboratory::may_approve,
                                     prepared.answer.revision));
  KRES_ASSIGN(const auto events, work->audit().of(opened.answer.accession));
  KRES_TRY(require_steps_in_trail(events, opened.answer));
  KRES_TRY(work->blobs().add(prepared.files.pdf));
  KRES_TRY(work->blobs().add(prepared.files.json));
  KRES_ASSIGN(prepared.answer.frozen, sign(desk, *work, prepared.answer, prepared.files));
  KRES_ASSIGN(auto answer, work->answers().update(std::move(prepared.answer)));
  if (!answer.preliminary && !opened.isolate.answered)
    opened.isolate.answered = desk.services.clock.day_of(answer.approved->time);
  KRES_TRY(store_with_state(*work, std::move(opened.isolate)));
  KRES_TRY(work->commit());
  return answer;
}

Result<RenderedAnswer> show_answer(const AnswerDesk& desk, AnswerId id) {
  KRES_ASSIGN(auto work, desk.services.registry.read());
  KRES_ASSIGN(const auto answer, answer_numbered(*work, id));
  if (!answer.frozen) return render(desk, *work, answer);
  RenderedAnswer shown;
  KRES_ASSIGN(shown.pdf, desk.services.blobs.read(answer.frozen->pdf_sha256));
  KRES_ASSIGN(shown.json, desk.services.blobs.read(answer.frozen->json_sha256));
  return shown;
}

}  // namespace kres::workflow
