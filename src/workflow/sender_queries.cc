#include "workflow/sender_queries.h"

#include <fmt/format.h>

#include "laboratory/record_digest.h"
#include "workflow/isolate_note.h"
#include "workflow/isolate_status.h"

namespace kres::workflow {

using laboratory::QueryState;
using laboratory::SenderQuery;
using laboratory::SenderQueryId;
using laboratory::UnitOfWork;

namespace {

Result<void> note(UnitOfWork& work, const SenderQuery& query, const std::string& person,
                  Instant now, std::string event) {
  KRES_TRY(work.audit().append({.person = person,
                                .time = now,
                                .event = std::move(event),
                                .subject = query.accession,
                                .detail = fmt::format("query {}", query.id.value),
                                .before_digest = {},
                                .after_digest = laboratory::digest_of(query)}));
  return {};
}

Result<SenderQuery> close(UnitOfWork& work, SenderQueryId id, const laboratory::Scope& scope,
                          QueryState state, const std::string& text, const std::string& person,
                          Instant now) {
  KRES_ASSIGN(const auto query, work.sender_queries().find(id));
  if (!query || !scope.includes(query->laboratory))
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("There is no query {}", id.value),
                 .file = {},
                 .remedy = {}});
  KRES_ASSIGN(auto closed, closed_as(*query, state, text, person, now));
  KRES_TRY(work.sender_queries().close(closed));
  KRES_TRY(note(work, closed, person, now, fmt::format("query.{}", name_of(state))));
  KRES_TRY(work.commit());
  return closed;
}

}  // namespace

Result<void> ask_what_is_missing(UnitOfWork& work, const laboratory::SubmissionCriteria& criteria,
                                 const laboratory::Isolate& isolate,
                                 const laboratory::Referral& referral, Instant now) {
  const std::string system(laboratory::kSystemUser);
  std::vector<SenderQuery> queries;
  for (const auto& criterion : criteria.missing(referral))
    queries.push_back({.isolate = isolate.id,
                       .accession = isolate.accession,
                       .laboratory = isolate.laboratory,
                       .sender_id = isolate.sender_id,
                       .criterion = criterion.id,
                       .field = criterion.field,
                       .question_nb = criterion.question_nb,
                       .question_en = criterion.question_en,
                       .asked_by = system,
                       .asked = now});
  KRES_TRY(work.sender_queries().add(queries));
  for (const auto& query : queries) KRES_TRY(note(work, query, system, now, "query.asked"));
  return {};
}

Result<SenderQuery> ask_sender(const Services& services, const std::string& accession,
                               const std::string& question, const laboratory::Person& person) {
  KRES_TRY(laboratory::check_query_text(question));
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto isolate, isolate_named(*work, accession));
  const auto now = services.clock.now();
  std::vector<SenderQuery> asked{{.isolate = isolate.id,
                                  .accession = isolate.accession,
                                  .laboratory = isolate.laboratory,
                                  .sender_id = isolate.sender_id,
                                  .question_nb = question,
                                  .question_en = question,
                                  .asked_by = person.username,
                                  .asked = now}};
  KRES_TRY(work->sender_queries().add(asked));
  KRES_TRY(note(*work, asked.front(), person.username, now, "query.asked"));
  KRES_TRY(work->commit());
  return asked.front();
}

Result<SenderQuery> answer_query(const IntakeDesk& desk, SenderQueryId id,
                                 const std::string& answer, const laboratory::Person& person,
                                 const laboratory::Scope& scope) {
  KRES_ASSIGN(auto work, desk.services.registry.write());
  return close(*work, id, scope, QueryState::answered, answer, person.username,
               desk.services.clock.now());
}

Result<SenderQuery> withdraw_query(const Services& services, SenderQueryId id,
                                   const std::string& reason, const laboratory::Person& person) {
  KRES_ASSIGN(auto work, services.registry.write());
  return close(*work, id, laboratory::Scope::everything(), QueryState::withdrawn, reason,
               person.username, services.clock.now());
}

}  // namespace kres::workflow
