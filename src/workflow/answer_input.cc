#include "workflow/answer_input.h"

#include <set>

#include <fmt/format.h>

#include "genome/result/json.h"
#include "mechanism/explanation_json.h"
#include "susceptibility/interpretation_json.h"
#include "workflow/measurements.h"

namespace kres::workflow {

using laboratory::Answer;
using laboratory::AnswerState;
using laboratory::UnitOfWork;

namespace {

report::AnswerStatus status_of(AnswerState state) {
  switch (state) {
    case AnswerState::draft:
      return report::AnswerStatus::draft;
    case AnswerState::validated:
      return report::AnswerStatus::validated;
    case AnswerState::signed_:
      return report::AnswerStatus::approved;
  }
  return report::AnswerStatus::draft;
}

Result<report::AnswerIdentity> identity_of(UnitOfWork& work, const Answer& answer,
                                           const AnswerSettings& settings) {
  report::AnswerIdentity identity{
      .number = answer_number(answer.accession, answer.version),
      .accession = answer.accession,
      .version = answer.version,
      .status = status_of(answer.state),
      .language = answer.language,
      .preliminary = answer.preliminary,
      .predecessor = {},
      .amendment_reason = answer.reason,
      .without_genome = answer.without_genome,
      .created = answer.approved ? answer.approved->time : answer.created.time,
      .zone = settings.zone};
  if (!answer.predecessor) return identity;
  KRES_ASSIGN(const auto before, work.answers().find(answer.predecessor));
  identity.predecessor = answer_number(before->accession, before->version);
  identity.follows_preliminary = before->preliminary;
  return identity;
}

// When the tube, or the data it was sent as, came; none while the tube is awaited and nothing else
// is here.
Result<std::optional<Date>> day_of_receipt(UnitOfWork& work, const laboratory::Isolate& isolate) {
  if (!is_awaited(isolate.sample)) return isolate.received;
  KRES_ASSIGN(const auto files, work.isolates().files(isolate.id));
  return files.empty() ? std::nullopt : std::optional(isolate.received);
}

Result<report::Request> request_of(UnitOfWork& work, const laboratory::Isolate& isolate) {
  KRES_ASSIGN(const auto referral, work.referrals().find(isolate.referral));
  KRES_ASSIGN(const auto laboratory, work.laboratories().find(isolate.laboratory));
  KRES_ASSIGN(const auto received, day_of_receipt(work, isolate));
  const auto& clinical = referral->clinical;
  const auto& patient = referral->patient;
  return report::Request{.laboratory_code = laboratory->code,
                         .laboratory_name = laboratory->name,
                         .referral_id = std::to_string(referral->id.value),
                         .sender_id = referral->sender_id,
                         .suspected_group = std::string(name_of(referral->suspected_group)),
                         .reason = referral->reason,
                         .question = referral->question,
                         .sampled = referral->sampled,
                         .received = received,
                         .material = clinical.material,
                         .infection_or_carriage = clinical.infection_or_carriage,
                         .travel = clinical.travel,
                         .hospital_abroad = clinical.hospital_abroad,
                         .known_contact = clinical.known_contact,
                         .ward = clinical.ward,
                         .patient = {.pseudonym = patient.pseudonym,
                                     .age = patient.age ? std::to_string(*patient.age) : "",
                                     .sex = patient.sex,
                                     .municipality = patient.municipality}};
}

// The system is no person and is not printed.
Result<void> add_person(UnitOfWork& work, const std::string& role, const std::string& username,
                        std::optional<Instant> time, const std::string& comment,
                        std::vector<report::Involved>& people) {
  KRES_ASSIGN(const auto person, work.people().find(username));
  if (person)
    people.push_back(
        {.role = role, .name = person->name, .title = {}, .time = time, .comment = comment});
  return {};
}

Result<std::vector<report::Involved>> people_of(UnitOfWork& work, const Answer& answer) {
  std::vector<report::Involved> people;
  KRES_ASSIGN(const auto measurements,
              measurements_behind(work, answer.isolate, answer.explanation));
  KRES_ASSIGN(const auto tests, work.test_results().of_explanation(answer.explanation));
  std::set<std::string> named;
  const auto add_who_entered = [&](const auto& record) -> Result<void> {
    if (!named.insert(record.entered_by).second) return {};
    return add_person(work, "entered", record.entered_by, record.entered, {}, people);
  };
  for (const auto& measurement : measurements) KRES_TRY(add_who_entered(measurement));
  for (const auto& test : tests) KRES_TRY(add_who_entered(test));
  if (answer.validated)
    KRES_TRY(add_person(work, "validated", answer.validated->person, answer.validated->time,
                        answer.validated->comment, people));
  if (answer.approved)
    KRES_TRY(add_person(work, "approved", answer.approved->person, answer.approved->time,
                        answer.approved->comment, people));
  return people;
}

Result<genome::GenomeResult> genome_of(UnitOfWork& work, laboratory::AnalysisId id) {
  KRES_ASSIGN(const auto analysis, work.analyses().find(id));
  return genome::result_from_json(analysis->result, fmt::format("analysis {}", id.value));
}

}  // namespace

std::string answer_number(const std::string& accession, int version) {
  return fmt::format("{}/{}", accession, version);
}

Result<report::AnswerInput> answer_input(UnitOfWork& work, const Answer& answer,
                                         const AnswerSettings& settings) {
  KRES_ASSIGN(const auto isolate, work.isolates().find(answer.isolate));
  KRES_ASSIGN(const auto explanation, work.explanations().find(answer.explanation));
  report::AnswerInput input;
  KRES_ASSIGN(input.identity, identity_of(work, answer, settings));
  KRES_ASSIGN(input.request, request_of(work, *isolate));
  KRES_ASSIGN(input.people, people_of(work, answer));
  KRES_ASSIGN(const auto records, work.interpretations().of_explanation(answer.explanation));
  for (const auto& record : records) {
    KRES_ASSIGN(auto interpretation,
                susceptibility::interpretation_from_json(
                    record.document, fmt::format("interpretation {}", record.id.value)));
    input.interpretations.push_back(std::move(interpretation));
  }
  if (answer.analysis) {
    KRES_ASSIGN(input.genome, genome_of(work, answer.analysis));
  }
  KRES_ASSIGN(input.explanation,
              mechanism::explanation_from_json(
                  explanation->document, fmt::format("explanation {}", explanation->id.value)));
  input.software = settings.software;
  input.accredited_methods = settings.accredited_methods;
  return input;
}

}  // namespace kres::workflow
