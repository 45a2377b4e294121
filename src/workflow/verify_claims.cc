#include "workflow/verify_claims.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "laboratory/answer_digest.h"
#include "laboratory/record_digest.h"
#include "laboratory/turnaround.h"
#include "workflow/broken_registry.h"
#include "workflow/event_words.h"
#include "workflow/verify_summary.h"

namespace kres::workflow {

using laboratory::Answer;
using laboratory::AnswerState;
using laboratory::Isolate;
using laboratory::Person;
using laboratory::RecordKind;
using laboratory::UnitOfWork;

namespace {

constexpr std::array<std::pair<RecordKind, std::string_view>, 11> kNamed{
    {{RecordKind::patient, "patient"},
     {RecordKind::referral, "referral"},
     {RecordKind::isolate, "isolate"},
     {RecordKind::measurement, "measurement"},
     {RecordKind::test_result, "test result"},
     {RecordKind::qc_result, "qc result"},
     {RecordKind::qc_decision, "qc decision"},
     {RecordKind::analysis, "analysis"},
     {RecordKind::interpretation, "interpretation"},
     {RecordKind::explanation, "explanation"},
     {RecordKind::answer, "answer"}}};

// Others speak of an answer that is signed and stays as it is: who opened it, who was told.
bool is_step_of_answer(std::string_view event) {
  return event == "answer.drafted" || event == "answer.redrafted" || event == "answer.validated" ||
         event == "answer.signed";
}

// "2026-CPO-0001-K" was given for a CPO.
bool names_group(std::string_view accession, laboratory::MicrobeGroup group) {
  const auto parts = split(accession, '-');
  return parts.size() > 1 && parts[1] == name_of(group);
}

std::string_view state_after(std::string_view event) {
  if (event == "answer.validated") return "validated";
  return event == "answer.signed" ? "signed" : "draft";
}

}  // namespace

void TrailClaims::claim(RecordKind kind, std::int64_t number) { claimed_[kind].insert(number); }

void TrailClaims::refer(const std::string& accession, const laboratory::Referral& referral) {
  auto& origin = origins_[accession];
  origin.laboratory = referral.laboratory;
  origin.sender_id = referral.sender_id;
  origin.group = referral.suspected_group;
  origin.received.insert(referral.received);
}

void TrailClaims::note(const laboratory::AuditEvent& event, const laboratory::Clock& clock) {
  const auto& entry = event.entry;
  bank_.note(event);
  intake_.note(event);
  const LastWord word{entry.event, entry.person, entry.after_digest};
  if (entry.event == "person.added" || entry.event == "person.changed")
    people_[entry.subject] = word;
  else if (entry.event.starts_with("person.password_") && !word.digest.empty())
    passwords_[entry.subject] = word;
  else if (entry.event.starts_with("token."))
    tokens_[number_in(entry.detail)] = word;
  else if (entry.event == "file.attached")
    files_.insert({entry.subject, entry.after_digest});
  else if (entry.event == "sample.received" || entry.event == "sample.unexpected")
    origins_[entry.subject].received.insert(clock.day_of(entry.time));
  else if (is_step_of_answer(entry.event)) {
    answers_[number_in(entry.detail)] = word;
    if (entry.event != "answer.signed" && !word.digest.empty())
      drafts_[number_in(entry.detail)] = word;
    claim(RecordKind::answer, number_in(entry.detail));
  }
}

Result<void> TrailClaims::check(UnitOfWork& work) const {
  KRES_TRY(check_people(work));
  KRES_TRY(check_numbers(work));
  KRES_TRY(check_isolates(work));
  KRES_TRY(intake_.check(work));
  return bank_.check(work);
}

Result<void> TrailClaims::check_people(UnitOfWork& work) const {
  std::set<std::int64_t> tokens;
  KRES_ASSIGN(const auto people, work.people().all());
  for (const auto& person : people) {
    const auto found = people_.find(person.username);
    if (found == people_.end())
      return broken(fmt::format("person {} was added by no event", person.username));
    const auto& word = found->second;
    if (!word.digest.empty() && word.digest != digest_of(person))
      return broken(fmt::format("person {} is not as {} left it", person.username, word.event));
    KRES_TRY(check_password(work, person));
    KRES_TRY(check_tokens(work, person, tokens));
  }
  KRES_ASSIGN(const auto stored, work.census().numbers(RecordKind::api_token));
  for (const auto number : stored)
    if (!tokens.contains(number)) return broken(fmt::format("token {} is nobody's", number));
  return {};
}

// A password that another hash was put in place of would let somebody sign as this person.
Result<void> TrailClaims::check_password(UnitOfWork& work, const Person& person) const {
  const auto found = passwords_.find(person.username);
  if (found == passwords_.end()) return {};  // set before digests of it were kept
  KRES_ASSIGN(const auto hash, work.people().password_hash(person.id));
  if (hash && laboratory::digest_of_password(*hash) == found->second.digest) return {};
  return broken(fmt::format("the password of {} is not the one that {} set", person.username,
                            found->second.event));
}

Result<void> TrailClaims::check_tokens(UnitOfWork& work, const Person& person,
                                       std::set<std::int64_t>& seen) const {
  KRES_ASSIGN(const auto tokens, work.api_tokens().of(person.id));
  for (const auto& token : tokens) {
    seen.insert(token.id.value);
    const auto found = tokens_.find(token.id.value);
    if (found == tokens_.end())
      return broken(
          fmt::format("token {} of {} was given by no event", token.id.value, person.username));
    if (found->second.digest != digest_of(token))
      return broken(fmt::format("token {} of {} is not as {} left it", token.id.value,
                                person.username, found->second.event));
  }
  return {};
}

Result<void> TrailClaims::check_numbers(UnitOfWork& work) const {
  static const std::set<std::int64_t> none;
  for (const auto& [kind, name] : kNamed) {
    const auto found = claimed_.find(kind);
    const auto& claimed = found == claimed_.end() ? none : found->second;
    KRES_ASSIGN(const auto stored, work.census().numbers(kind));
    for (const auto number : stored)
      if (!claimed.contains(number))
        return broken(fmt::format("{} {} was stored by no event of the trail", name, number));
  }
  return {};
}

// What lists and deadlines go by is a copy of what the referral says.
Result<void> TrailClaims::check_origin(const Isolate& isolate) const {
  const auto found = origins_.find(isolate.accession);
  if (found == origins_.end()) return {};  // named by check_numbers()
  const auto& origin = found->second;
  std::string_view field;
  if (isolate.due != laboratory::due_date(isolate.received)) field = "due day";
  if (!origin.received.contains(isolate.received)) field = "day of receipt";
  if (isolate.laboratory != origin.laboratory) field = "laboratory";
  if (isolate.sender_id != origin.sender_id) field = "sender's identifier";
  if (isolate.suspected_group != origin.group || !names_group(isolate.accession, origin.group))
    field = "suspected group";
  if (field.empty()) return {};
  return broken(
      fmt::format("the {} of {} is not that of its referral and scans", field, isolate.accession));
}

Result<void> TrailClaims::check_isolates(UnitOfWork& work) const {
  laboratory::IsolateFilter filter{.limit = 500};
  do {
    KRES_ASSIGN(const auto page, work.isolates().list(filter));
    for (const auto& isolate : page.isolates) {
      KRES_ASSIGN(const auto files, work.isolates().files(isolate.id));
      for (const auto& file : files)
        if (!files_.contains({isolate.accession, file.blob.sha256}))
          return broken(fmt::format("file {} of {} was attached by no event",
                                    file.blob.sha256.substr(0, 12), isolate.accession));
      KRES_TRY(check_origin(isolate));
      KRES_TRY(intake_.check_patient(work, isolate));
      KRES_TRY(check_answers(work, isolate));
      KRES_TRY(verify_summary(work, isolate));
    }
    filter.cursor = page.next_cursor;
  } while (!filter.cursor.empty());
  return {};
}

Result<void> TrailClaims::check_answers(UnitOfWork& work, const Isolate& isolate) const {
  KRES_ASSIGN(const auto answers, work.answers().of(isolate.id));
  bool any_final = false;
  for (const auto& answer : answers) {
    const auto found = answers_.find(answer.id.value);
    if (found == answers_.end()) continue;  // named by check_numbers()
    const auto& word = found->second;
    any_final = any_final || is_signed_final(answer);
    const bool validator_fits = answer.state != AnswerState::validated ||
                                (answer.validated && answer.validated->person == word.person);
    if (name_of(answer.state) != state_after(word.event) || !validator_fits)
      return broken(fmt::format("answer {}/{} is {}, but the last that the trail says of it is {}",
                                answer.accession, answer.version, name_of(answer.state),
                                word.event));
  }
  for (const auto& answer : answers)
    if (const auto kept = drafts_.find(answer.id.value);
        kept != drafts_.end() && kept->second.digest != digest_of_draft(answer))
      return broken(fmt::format("answer {}/{} is not as {} left it", answer.accession,
                                answer.version, kept->second.event));
  if (isolate.answered.has_value() != any_final)
    return broken(fmt::format("{} is {} {} a signed final answer", isolate.accession,
                              isolate.answered ? "answered" : "not answered",
                              isolate.answered ? "without" : "in spite of"));
  return {};
}

}  // namespace kres::workflow
