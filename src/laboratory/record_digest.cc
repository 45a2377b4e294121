#include "laboratory/record_digest.h"

#include "base/digest.h"
#include "laboratory/canonical_text.h"

namespace kres::laboratory {

namespace {
std::string iso(const std::optional<Date>& date) { return date ? date->iso() : std::string(); }
}  // namespace

std::string digest_of(const Referral& referral) {
  const auto& clinical = referral.clinical;
  const auto& patient = referral.patient;
  CanonicalText text("kres referral 1");
  text.add("laboratory", referral.laboratory)
      .add("sender_id", referral.sender_id)
      .add("suspected_group", name_of(referral.suspected_group))
      .add("organism", referral.organism)
      .add("reason", referral.reason)
      .add("question", referral.question)
      .add("infection_or_carriage", clinical.infection_or_carriage)
      .add("material", clinical.material)
      .add("travel", clinical.travel)
      .add("hospital_abroad", clinical.hospital_abroad)
      .add("known_contact", clinical.known_contact)
      .add("ward", clinical.ward)
      .add("pseudonym", patient.pseudonym)
      .add("age", patient.age ? std::to_string(*patient.age) : "")
      .add("sex", patient.sex)
      .add("municipality", patient.municipality)
      .add("sampled", iso(referral.sampled))
      .add("received", referral.received.iso());
  // Referrals from before it was asked what comes do not state it.
  if (referral.sends != Sends::unstated) text.add("sends", name_of(referral.sends));
  return sha256_hex(text.text());
}

std::string digest_of(const Person& person) {
  CanonicalText text("kres person 1");
  text.add("username", person.username).add("name", person.name);
  for (const auto role : kEveryRole)
    if (person.has(role)) text.add("role", name_of(role));
  return sha256_hex(text.add("laboratory", person.laboratory)
                        .add("reach", name_of(person.reach))
                        .add("active", std::int64_t{person.active})
                        .text());
}

std::string digest_of_password(const std::string& password_hash) {
  return sha256_hex(CanonicalText("kres password 1").add("hash", password_hash).text());
}

std::string digest_of(const KnownPatient& patient) {
  return sha256_hex(CanonicalText("kres patient 1")
                        .add("laboratory", patient.laboratory)
                        .add("lookup", patient.lookup)
                        .add("created", iso_utc(patient.created))
                        .add("created_by", patient.created_by)
                        .text());
}

std::string digest_of(const ApiToken& token) {
  return sha256_hex(CanonicalText("kres token 1")
                        .add("person", token.person.value)
                        .add("name", token.name)
                        .add("digest", token.token_digest)
                        .add("reach", name_of(token.reach))
                        .add("created", iso_utc(token.created))
                        .add("created_by", token.created_by)
                        .add("expires", iso_utc(token.expires))
                        .add("revoked", token.revoked ? iso_utc(*token.revoked) : "")
                        .text());
}

std::string digest_of(const std::vector<MeasurementRecord>& measurements) {
  CanonicalText text("kres measurements 1");
  for (const auto& measurement : measurements) {
    text.add("agent", measurement.agent)
        .add("method", measurement.method)
        .add("system", measurement.system)
        .add("sign", measurement.sign)
        .add("value", measurement.value)
        .add("unit", measurement.unit)
        .add("indication", measurement.indication)
        .add("route", measurement.route)
        .add("provenance", measurement.provenance)
        .add("measured", iso(measurement.measured))
        .add("entered_by", measurement.entered_by)
        .add("entered", iso_utc(measurement.entered))
        .add("predecessor", measurement.predecessor.value);
    // Only where stated: the digests of records from before these were kept stay as they are.
    if (!measurement.disk_ug.empty()) text.add("disk_ug", measurement.disk_ug);
    if (!measurement.guideline.empty()) text.add("guideline", measurement.guideline);
    if (!measurement.reason.empty()) text.add("reason", measurement.reason);
  }
  return sha256_hex(text.text());
}

std::string digest_of(const TestResultRecord& result) {
  CanonicalText text("kres test result 1");
  text.add("test", result.test);
  for (const auto& outcome : result.outcomes) text.add("outcome", outcome);
  return sha256_hex(text.add("tested", iso(result.tested))
                        .add("comment", result.comment)
                        .add("entered_by", result.entered_by)
                        .add("entered", iso_utc(result.entered))
                        .add("predecessor", result.predecessor.value)
                        .text());
}

std::string digest_of(const std::vector<QcResultRecord>& results) {
  CanonicalText text("kres qc results 1");
  for (const auto& result : results)
    text.add("day", result.day.iso())
        .add("strain", result.strain)
        .add("agent", result.agent)
        .add("method", result.method)
        .add("system", result.system)
        .add("sign", result.sign)
        .add("value", result.value)
        .add("unit", result.unit)
        .add("disk_ug", result.disk_ug)
        .add("lot", result.lot)
        .add("medium", result.medium)
        .add("withdrawn", std::int64_t{result.withdrawn})
        .add("reason", result.reason)
        .add("entered_by", result.entered_by)
        .add("entered", iso_utc(result.entered))
        .add("predecessor", result.predecessor.value);
  return sha256_hex(text.text());
}

std::string digest_of(const QcDecisionRecord& decision) {
  CanonicalText text("kres qc decision 1");
  text.add("day", decision.of.day.iso())
      .add("agent", decision.of.agent)
      .add("method", decision.of.method)
      .add("disk_ug", decision.of.disk_ug)
      .add("accepted", std::int64_t{decision.accepted})
      .add("reason", decision.reason)
      .add("person", decision.person)
      .add("decided", iso_utc(decision.decided));
  for (const auto id : decision.seen) text.add("seen", id.value);
  return sha256_hex(text.add("predecessor", decision.predecessor.value).text());
}

std::string digest_of(const SenderQuery& query) {
  return sha256_hex(CanonicalText("kres query 1")
                        .add("criterion", query.criterion)
                        .add("field", query.field)
                        .add("question_nb", query.question_nb)
                        .add("question_en", query.question_en)
                        .add("asked_by", query.asked_by)
                        .add("asked", iso_utc(query.asked))
                        .add("state", name_of(query.state))
                        .add("closed_by", query.closed_by)
                        .add("closed", query.closed ? iso_utc(*query.closed) : "")
                        .add("closing", query.closing)
                        .text());
}

std::string digest_of(const AnalysisRecord& analysis) {
  return sha256_hex(CanonicalText("kres analysis 1")
                        .add("input", analysis.input_sha256)
                        .add("software", analysis.software)
                        .add("reference", analysis.reference_digest)
                        .add("settings", analysis.settings_digest)
                        .add("verdict", analysis.verdict)
                        .add("result", analysis.result)
                        .add("created", iso_utc(analysis.created))
                        .add("predecessor", analysis.predecessor.value)
                        .text());
}

std::string digest_of(const ExplanationRecord& explanation,
                      const std::vector<InterpretationRecord>& interpretations,
                      const std::vector<TestResultRecord>& tests) {
  CanonicalText text("kres explanation 1");
  text.add("analysis", explanation.analysis.value)
      .add("rules", explanation.rules)
      .add("document", explanation.document)
      .add("created", iso_utc(explanation.created))
      .add("predecessor", explanation.predecessor.value);
  for (const auto& interpretation : interpretations)
    text.add("measurement", interpretation.measurement.value)
        .add("breakpoints", interpretation.breakpoints)
        .add("organism", interpretation.organism)
        .add("category", interpretation.category)
        .add("interpretation", interpretation.document);
  for (const auto& test : tests) text.add("test_result", test.id.value);
  return sha256_hex(text.text());
}

std::string digest_of_signature(const std::string& statement, const std::string& signature) {
  return sha256_hex(statement + signature);
}

}  // namespace kres::laboratory
