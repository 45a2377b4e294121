#include "workflow/verify.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "laboratory/record_digest.h"
#include "workflow/answer_events.h"
#include "workflow/broken_registry.h"
#include "workflow/verify_claims.h"
#include "workflow/verify_document.h"

namespace kres::workflow {

using laboratory::Answer;
using laboratory::AuditEvent;
using laboratory::RecordKind;
using laboratory::UnitOfWork;

namespace {

constexpr std::int64_t kVerifiedBetween = 1000;  // two tellings of how far it is

// "analysis 12" -> 12 if the word fits.
std::optional<std::int64_t> numbered(std::string_view detail, std::string_view word) {
  if (!detail.starts_with(word)) return std::nullopt;
  return parse_int(trim(detail.substr(word.size())));
}

class RegistryVerifier {
  struct KnownIsolate {
    laboratory::IsolateId id;
    laboratory::ReferralId referral;
  };

 public:
  RegistryVerifier(const Services& services, UnitOfWork& work,
                   laboratory::VerifySignature verify_signature, const VerifyProgress& progress)
      : services_(services),
        work_(work),
        verify_signature_(verify_signature),
        progress_(progress) {}

  Result<Verified> verify(const std::vector<laboratory::AuditHead>& known) {
    KRES_ASSIGN(const auto answers, work_.answers().all_signed());
    KRES_ASSIGN(const auto blobs, work_.blobs().all());
    for (const auto& blob : blobs) blobs_.insert(blob.sha256);
    KRES_TRY(verify_trail(known, answers));
    for (const auto& answer : answers) KRES_TRY(verify_answer(answer));
    KRES_TRY(claims_.check(work_));
    KRES_TRY(verify_files());
    return verified_;
  }

 private:
  Result<void> verify_trail(const std::vector<laboratory::AuditHead>& known,
                            const std::vector<Answer>& answers) {
    laboratory::AuditVerifier trail;
    for (const auto& head : known) trail.expect(head, "a head kept outside the trail");
    for (const auto& answer : answers)
      if (answer.frozen)
        trail.expect({0, answer.frozen->audit_event},
                     fmt::format("answer {}/{}", answer.accession, answer.version));
    const auto visit = [&](const AuditEvent& event) -> Result<void> {
      KRES_TRY(trail.next(event));
      KRES_TRY(verify_beginning(event));
      claims_.note(event, services_.clock);
      tell("events", event.sequence);
      return verify_record(event);
    };
    KRES_TRY(work_.audit().each(visit));
    KRES_TRY(trail.finish());
    verified_.head = trail.head();
    return verify_ends(known);
  }

  // A trail begins with the making of its registry, whatever was cut off or put in front.
  Result<void> verify_beginning(const AuditEvent& event) {
    if (event.sequence != 1) return {};
    key_digest_ = event.entry.after_digest;
    if (event.entry.event == "registry.created") return {};
    return broken(
        fmt::format("the trail begins with {}, not with registry.created", event.entry.event));
  }

  // Without a head kept outside the trail a cut end cannot be seen.
  Result<void> verify_ends(const std::vector<laboratory::AuditHead>& known) const {
    if (verified_.head.sequence == 0)
      return broken("the trail holds no event, not even registry.created: it was emptied");
    if (known.empty() || std::any_of(known.begin(), known.end(),
                                     [](const auto& head) { return head.sequence == 0; }))
      return broken(fmt::format(
          "audit.head is missing beside a trail of {} events: its end may have been cut off",
          verified_.head.sequence));
    return {};
  }

  // Compares the record an event speaks of, as it is now, with the digest of then.
  Result<void> verify_record(const AuditEvent& event) {
    KRES_ASSIGN(const auto now, digest_now(event));
    if (!now) return {};
    if (*now != event.entry.after_digest)
      return broken(fmt::format("{} of {} is not what event {} ({}) stored", event.entry.detail,
                                event.entry.subject, event.sequence, event.entry.event));
    ++verified_.records;
    return {};
  }

  Result<std::optional<std::string>> digest_now(const AuditEvent& event) {
    const auto& entry = event.entry;
    if (entry.event == "isolate.received" || entry.event == "isolate.expected")
      return referral_digest(entry);
    if (entry.event.starts_with("query.")) return query_digest(entry);
    if (entry.event == "measurements.entered") return measurements_digest(entry);
    if (entry.event == "test.entered") return test_digest(entry);
    if (entry.event == "qc.entered" || entry.event == "qc.corrected") return qc_digest(entry);
    if (entry.event == "qc.decided") return qc_decision_digest(entry);
    if (entry.event == "analysis.stored") return analysis_digest(entry);
    if (entry.event == "explanation.stored") return explanation_digest(entry);
    if (entry.event == "file.attached") return file_digest(entry);
    if (entry.event == "identity.entered") return patient_digest(entry);
    if (entry.event == "answer.signed") return answer_digest(entry);
    return std::nullopt;
  }

  // Every event of an isolate asks for it; neither its number nor its referral ever changes.
  Result<std::optional<KnownIsolate>> isolate_named(const std::string& accession) {
    if (const auto known = isolates_.find(accession); known != isolates_.end())
      return known->second;
    KRES_ASSIGN(const auto isolate, work_.isolates().find(accession));
    if (!isolate) return std::nullopt;
    return isolates_[accession] = KnownIsolate{isolate->id, isolate->referral};
  }

  Result<std::optional<std::string>> referral_digest(const laboratory::AuditEntry& entry) {
    KRES_ASSIGN(const auto referral,
                work_.referrals().find({numbered(entry.detail, "referral").value_or(0)}));
    KRES_ASSIGN(const auto isolate, isolate_named(entry.subject));
    if (!referral || !isolate || isolate->referral != referral->id) return "missing";
    claims_.claim(RecordKind::referral, referral->id.value);
    claims_.claim(RecordKind::isolate, isolate->id.value);
    claims_.refer(entry.subject, *referral);
    return digest_of(*referral);
  }

  Result<std::optional<std::string>> query_digest(const laboratory::AuditEntry& entry) {
    KRES_ASSIGN(const auto query,
                work_.sender_queries().find({numbered(entry.detail, "query").value_or(0)}));
    if (!query || query->accession != entry.subject) return "missing";
    return digest_of(entry.event == "query.asked" ? as_asked(*query) : *query);
  }

  Result<std::optional<std::string>> measurements_digest(const laboratory::AuditEntry& entry) {
    const auto range =
        split(std::string_view(entry.detail).substr(entry.detail.find(' ') + 1), '-');
    const auto from = parse_int(range.front()), to = parse_int(range.back());
    KRES_ASSIGN(const auto isolate, isolate_named(entry.subject));
    if (!from || !to || !isolate) return "missing";
    KRES_ASSIGN(auto measurements, work_.measurements().all_of(isolate->id));
    std::erase_if(measurements, [&](const laboratory::MeasurementRecord& measurement) {
      return measurement.id.value < *from || measurement.id.value > *to;
    });
    for (const auto& measurement : measurements)
      claims_.claim(RecordKind::measurement, measurement.id.value);
    return digest_of(measurements);
  }

  Result<std::optional<std::string>> test_digest(const laboratory::AuditEntry& entry) {
    const auto number = numbered(entry.detail, "test result");
    KRES_ASSIGN(const auto isolate, isolate_named(entry.subject));
    if (!number || !isolate) return "missing";
    claims_.claim(RecordKind::test_result, *number);
    KRES_ASSIGN(const auto results, work_.test_results().all_of(isolate->id));
    for (const auto& result : results)
      if (result.id.value == *number) return digest_of(result);
    return "missing";
  }

  Result<std::optional<std::string>> qc_digest(const laboratory::AuditEntry& entry) {
    const auto range =
        split(std::string_view(entry.detail).substr(entry.detail.rfind(' ') + 1), '-');
    const auto from = parse_int(range.front()), to = parse_int(range.back());
    if (!from || !to) return "missing";
    std::vector<laboratory::QcResultRecord> results;
    for (auto number = *from; number <= *to; ++number) {
      KRES_ASSIGN(auto result, work_.qc_results().find({number}));
      if (!result) return "missing";
      claims_.claim(RecordKind::qc_result, number);
      results.push_back(*std::move(result));
    }
    return digest_of(results);
  }

  Result<std::optional<std::string>> qc_decision_digest(const laboratory::AuditEntry& entry) {
    KRES_ASSIGN(const auto decision,
                work_.qc_decisions().find({numbered(entry.detail, "qc decision").value_or(0)}));
    if (!decision) return "missing";
    claims_.claim(RecordKind::qc_decision, decision->id.value);
    return digest_of(*decision);
  }

  Result<std::optional<std::string>> analysis_digest(const laboratory::AuditEntry& entry) {
    KRES_ASSIGN(const auto analysis,
                work_.analyses().find({numbered(entry.detail, "analysis").value_or(0)}));
    if (!analysis) return "missing";
    claims_.claim(RecordKind::analysis, analysis->id.value);
    return digest_of(*analysis);
  }

  Result<std::optional<std::string>> explanation_digest(const laboratory::AuditEntry& entry) {
    KRES_ASSIGN(const auto explanation,
                work_.explanations().find({numbered(entry.detail, "explanation").value_or(0)}));
    if (!explanation) return "missing";
    KRES_ASSIGN(const auto interpretations,
                work_.interpretations().of_explanation(explanation->id));
    KRES_ASSIGN(const auto tests, work_.test_results().of_explanation(explanation->id));
    claims_.claim(RecordKind::explanation, explanation->id.value);
    for (const auto& one : interpretations) claims_.claim(RecordKind::interpretation, one.id.value);
    return digest_of(*explanation, interpretations, tests);
  }

  Result<std::optional<std::string>> patient_digest(const laboratory::AuditEntry& entry) {
    KRES_ASSIGN(const auto patient,
                work_.patients().find({numbered(entry.detail, "patient").value_or(0)}));
    if (!patient) return "missing";
    claims_.claim(RecordKind::patient, patient->id.value);
    return digest_of(*patient);
  }

  Result<std::optional<std::string>> file_digest(const laboratory::AuditEntry& entry) {
    KRES_ASSIGN(const auto isolate, isolate_named(entry.subject));
    if (!isolate) return "missing";
    KRES_ASSIGN(const auto files, work_.isolates().files(isolate->id));
    const bool attached = std::any_of(files.begin(), files.end(), [&](const auto& file) {
      return file.blob.sha256 == entry.after_digest;
    });
    return attached ? entry.after_digest : std::string("missing");
  }

  Result<std::optional<std::string>> answer_digest(const laboratory::AuditEntry& entry) {
    KRES_ASSIGN(const auto answer,
                work_.answers().find({numbered(entry.detail, "answer").value_or(0)}));
    if (!answer || !answer->frozen || !answer->validated || !answer->approved ||
        answer->state != laboratory::AnswerState::signed_)
      return "missing";
    const auto& frozen = *answer->frozen;
    return laboratory::digest_of_signature(
        signed_statement(*answer, frozen.pdf_sha256, frozen.json_sha256), frozen.signature);
  }

  Result<void> verify_answer(const Answer& answer) {
    const auto name = fmt::format("answer {}/{}", answer.accession, answer.version);
    if (!answer.frozen || !answer.validated || !answer.approved)
      return broken(name + " is signed without being whole");
    const auto& frozen = *answer.frozen;
    const auto statement = signed_statement(answer, frozen.pdf_sha256, frozen.json_sha256);
    if (!verify_signature_(statement, frozen.signature, frozen.public_key))
      return broken("the signature of " + name + " does not hold");
    if (sha256_hex(frozen.public_key) != key_digest_)
      return broken(name + " is signed with a key that registry.created does not name");
    for (const auto& digest : {frozen.pdf_sha256, frozen.json_sha256})
      if (!blobs_.contains(digest))
        return broken(
            fmt::format("file {} of {} is not registered any more", digest.substr(0, 12), name));
    KRES_TRY(verify_document(services_, answer, name));
    KRES_ASSIGN(const auto events, work_.audit().of(answer.accession));
    KRES_TRY(verify_signing_event(events, answer, statement, name));
    KRES_TRY(require_steps_in_trail(events, answer));
    tell("answers", ++verified_.answers);
    return {};
  }

  void tell(std::string_view what, std::int64_t done) const {
    if (progress_ && done % kVerifiedBetween == 0) progress_(what, done);
  }

  static Result<void> verify_signing_event(const std::vector<AuditEvent>& events,
                                           const Answer& answer, const std::string& statement,
                                           const std::string& name) {
    const auto digest = laboratory::digest_of_signature(statement, answer.frozen->signature);
    const bool noted = std::any_of(events.begin(), events.end(), [&](const AuditEvent& event) {
      return event.hash == answer.frozen->audit_event && event.entry.event == "answer.signed" &&
             event.entry.after_digest == digest;
    });
    if (!noted) return broken(name + " is not the one the audit trail saw signed");
    return {};
  }

  Result<void> verify_files() {
    KRES_ASSIGN(const auto stored, services_.blobs.list());
    for (const auto& sha256 : blobs_) {
      if (const auto located = services_.blobs.locate(sha256); !located)
        return broken(fmt::format("file {} is lost or damaged: {}", sha256.substr(0, 12),
                                  located.error().message));
      ++verified_.files;
    }
    std::set_difference(stored.begin(), stored.end(), blobs_.begin(), blobs_.end(),
                        std::back_inserter(verified_.unreferenced));
    return {};
  }

  const Services& services_;
  UnitOfWork& work_;
  laboratory::VerifySignature verify_signature_;
  const VerifyProgress& progress_;
  std::map<std::string, KnownIsolate> isolates_;  // by accession
  std::set<std::string> blobs_;                   // digests that the registry names
  std::string key_digest_;                        // of the public key that registry.created names
  TrailClaims claims_;
  Verified verified_;
};

}  // namespace

Result<Verified> verify_registry(const Services& services,
                                 const std::vector<laboratory::AuditHead>& known,
                                 laboratory::VerifySignature verify_signature,
                                 const VerifyProgress& progress) {
  KRES_ASSIGN(auto work, services.registry.read());
  return RegistryVerifier(services, *work, verify_signature, progress).verify(known);
}

}  // namespace kres::workflow
