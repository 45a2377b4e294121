#include "registry/isolate_maker.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "laboratory/person.h"
#include "laboratory/record_digest.h"
#include "laboratory/turnaround.h"
#include "registry/trail.h"

namespace kres::bench {

using laboratory::Answer;
using laboratory::AnswerState;
using laboratory::Isolate;
using laboratory::IsolateState;
using laboratory::UnitOfWork;

namespace {

const std::string kSystem(laboratory::kSystemUser);

// One isolate on its way through the laboratory.
class Way {
 public:
  Way(UnitOfWork& work, const Pattern& pattern, const laboratory::Signer& signer, Chance& chance)
      : work_(work), pattern_(pattern), signer_(signer), chance_(chance) {}

  Result<Isolate> go(const laboratory::Referral& referral, Stage stage) {
    KRES_TRY(receive(referral, stage));
    if (stage >= Stage::measured) KRES_TRY(measure());
    if (stage >= Stage::ready) KRES_TRY(examine());
    if (stage >= Stage::draft) KRES_TRY(answer(stage));
    KRES_ASSIGN(auto stored, work_.isolates().update(isolate_));
    return stored;
  }

 private:
  Instant at(int day, int hour) const { return moment(isolate_.received, day, hour); }

  Result<void> note(const std::string& person, Instant time, std::string event, std::string detail,
                    std::string digest = {}) {
    return bench::note(work_, person, time,
                       {std::move(event), isolate_.accession, std::move(detail), {}, digest});
  }

  Result<void> receive(const laboratory::Referral& referral, Stage stage) {
    const bool expected = stage == Stage::expected;
    KRES_ASSIGN(const auto id, work_.referrals().add(referral));
    KRES_ASSIGN(isolate_, work_.isolates().add(
                              {.accession = {},
                               .referral = id,
                               .laboratory = referral.laboratory,
                               .sender_id = referral.sender_id,
                               .suspected_group = referral.suspected_group,
                               .received = referral.received,
                               .due = laboratory::due_date(referral.received),
                               .sample = expected ? laboratory::SampleState::expected
                                                  : laboratory::SampleState::received,
                               .state = expected ? IsolateState::expected : IsolateState::received,
                               .constructed = true,
                               .summary = {}}));
    return note(kSystem, at(0, 8), expected ? "isolate.expected" : "isolate.received",
                fmt::format("referral {}", id.value), digest_of(referral));
  }

  Result<void> measure() {
    for (auto record : pattern_.measurements) {
      record.isolate = isolate_.id;
      record.entered_by = kBioengineer;
      record.entered = at(1, 9);
      record.predecessor = {};
      KRES_ASSIGN(record.id, work_.measurements().add(record));
      measurements_.push_back(std::move(record));
    }
    return note(kBioengineer, at(1, 9), "measurements.entered",
                fmt::format("measurements {}-{}", measurements_.front().id.value,
                            measurements_.back().id.value),
                digest_of(measurements_));
  }

  Result<void> examine() {
    for (const auto& file : pattern_.files) {
      KRES_TRY(work_.isolates().attach(isolate_.id, file));
      KRES_TRY(note(kBioengineer, at(2, 10), "file.attached", file.blob.original_name,
                    file.blob.sha256));
    }
    KRES_TRY(run_job());
    KRES_TRY(store_analysis());
    KRES_TRY(store_explanation());
    isolate_.summary = pattern_.isolate.summary;
    isolate_.state = IsolateState::ready;
    return work_.catalogue().keep_findings(isolate_.id, pattern_.findings);
  }

  Result<void> run_job() {
    KRES_ASSIGN(auto job, work_.jobs().add({.kind = std::string(laboratory::kAnalysisJob),
                                            .isolate = isolate_.id,
                                            .accession = {},
                                            .requested_by = kBioengineer,
                                            .progress = {},
                                            .message = {},
                                            .cancelled_by = {},
                                            .created = at(2, 10)}));
    KRES_ASSIGN(auto taken, work_.jobs().take(at(2, 11), at(2, 12)));
    taken->state = laboratory::JobState::done;
    taken->finished = at(2, 12);
    return work_.jobs().finish(*taken);
  }

  Result<void> store_analysis() {
    auto record = pattern_.analysis;
    record.isolate = isolate_.id;
    record.created = at(2, 12);
    record.predecessor = {};
    KRES_ASSIGN(isolate_.current_analysis, work_.analyses().add(record));
    return note(kSystem, at(2, 12), "analysis.stored",
                fmt::format("analysis {}", isolate_.current_analysis.value), digest_of(record));
  }

  Result<void> store_explanation() {
    std::vector<laboratory::InterpretationRecord> interpretations;
    std::vector<laboratory::InterpretationId> ids;
    for (auto record : pattern_.interpretations) {
      record.isolate = isolate_.id;
      record.measurement = counterpart_of(record.measurement);
      record.created = at(2, 12);
      record.predecessor = {};
      KRES_ASSIGN(record.id, work_.interpretations().add(record));
      ids.push_back(record.id);
      interpretations.push_back(std::move(record));
    }
    auto record = pattern_.explanation;
    record.isolate = isolate_.id;
    record.analysis = isolate_.current_analysis;
    record.created = at(2, 12);
    record.predecessor = {};
    KRES_ASSIGN(isolate_.current_explanation, work_.explanations().add(record, ids));
    return note(kSystem, at(2, 12), "explanation.stored",
                fmt::format("explanation {}", isolate_.current_explanation.value),
                digest_of(record, interpretations, {}));
  }

  // The isolate's own measurement where the pattern has this one.
  laboratory::MeasurementId counterpart_of(laboratory::MeasurementId measurement) const {
    for (std::size_t i = 0; i < measurements_.size(); ++i)
      if (pattern_.measurements[i].id == measurement) return measurements_[i].id;
    return {};
  }

  Result<void> answer(Stage stage) {
    Answer answer{.isolate = isolate_.id,
                  .accession = isolate_.accession,
                  .language = pattern_.answer.language,
                  .analysis = isolate_.current_analysis,
                  .explanation = isolate_.current_explanation,
                  .created = {kBioengineer, at(3, 9), {}},
                  .reason = {}};
    KRES_ASSIGN(answer.id, work_.answers().add(answer));
    const auto name = fmt::format("answer {}", answer.id.value);
    KRES_TRY(note(kBioengineer, at(3, 9), "answer.drafted", name));
    isolate_.state = IsolateState::draft;
    if (stage == Stage::draft) return {};
    answer.validated = {kBioengineer, at(4, 10), {}};
    answer.state = AnswerState::validated;
    isolate_.state = IsolateState::validated;
    KRES_TRY(note(kBioengineer, at(4, 10), "answer.validated", name));
    if (stage == Stage::answered) KRES_TRY(sign(answer, name));
    KRES_TRY(work_.answers().update(answer));
    return {};
  }

  // The documents are those of the pattern: bytes of a signed answer, under its own signature.
  Result<void> sign(Answer& answer, const std::string& name) {
    const int day = 4 + chance_.below(6);
    const auto time = at(day, 14);
    answer.approved = {kMicrobiologist, time, {}};
    answer.state = AnswerState::signed_;
    answer.frozen = pattern_.answer.frozen;
    const auto statement =
        signed_statement(answer, answer.frozen->pdf_sha256, answer.frozen->json_sha256);
    KRES_ASSIGN(answer.frozen->signature, signer_.sign(statement));
    KRES_ASSIGN(const auto event,
                work_.audit().append({.person = kMicrobiologist,
                                      .time = time,
                                      .event = "answer.signed",
                                      .subject = isolate_.accession,
                                      .detail = name,
                                      .before_digest = {},
                                      .after_digest = laboratory::digest_of_signature(
                                          statement, answer.frozen->signature)}));
    answer.frozen->audit_event = event.hash;
    isolate_.answered = add_days(isolate_.received, day);
    isolate_.state = IsolateState::answered;
    return open(answer, name, day);
  }

  Result<void> open(const Answer& answer, const std::string& name, int day) {
    KRES_TRY(note(kSystem, at(day, 15), "answer.notified", name));
    for (const char* form : {"pdf", "json"}) {
      if (form[0] == 'j' && !chance_.in(2)) continue;
      KRES_TRY(work_.deliveries().add(laboratory::AnswerOpening{
          .answer = answer.id, .person = kReferring, .form = form, .time = at(day + 1, 8)}));
      KRES_TRY(note(kReferring, at(day + 1, 8), "answer.opened", name + ", " + form));
    }
    return {};
  }

  UnitOfWork& work_;
  const Pattern& pattern_;
  const laboratory::Signer& signer_;
  Chance& chance_;
  Isolate isolate_;
  std::vector<laboratory::MeasurementRecord> measurements_;
};

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

}  // namespace

Stage stage_at(int age, Chance& chance) {
  if (age > 12) return age < 40 && chance.in(60) ? Stage::validated : Stage::answered;
  const int step = age + chance.below(3);
  if (step < 1) return Stage::expected;
  if (step < 3) return Stage::received;
  if (step < 5) return Stage::measured;
  if (step < 7) return Stage::ready;
  if (step < 9) return Stage::draft;
  return step < 11 ? Stage::validated : Stage::answered;
}

// Half of the isolates have another sequence type than their pattern.
Pattern IsolateMaker::varied(Pattern pattern) {
  auto& st = pattern.isolate.summary.st;
  if (st.empty() || chance_.in(2)) return pattern;
  const auto other = std::to_string(1 + chance_.below(1 + chance_.below(3000)));
  replace_all(pattern.analysis.result, fmt::format("\"st\": \"{}\"", st),
              fmt::format("\"st\": \"{}\"", other));
  replace_all(pattern.analysis.result, fmt::format("\"st\":\"{}\"", st),
              fmt::format("\"st\":\"{}\"", other));
  st = other;
  return pattern;
}

laboratory::Referral IsolateMaker::referral_of(const Pattern& pattern, Date received) {
  auto referral = pattern.referral;
  referral.id = {};
  referral.laboratory = chance_.one_of(laboratories_);
  referral.sender_id =
      fmt::format("{}-{:02}-{:06}", referral.laboratory, received.year % 100, ++made_);
  referral.suspected_group = laboratory::kMicrobeGroups[chance_.below(4)];
  referral.received = received;
  referral.sampled = add_days(received, -1 - chance_.below(4));
  referral.patient.pseudonym = fmt::format("P-{:06}", chance_.below(patients_));
  referral.patient.age = chance_.below(100);
  return referral;
}

Result<Isolate> IsolateMaker::make(UnitOfWork& work, Date received, Stage stage) {
  const auto pattern = varied(chance_.one_of(patterns_));
  return Way(work, pattern, signer_, chance_).go(referral_of(pattern, received), stage);
}

}  // namespace kres::bench
