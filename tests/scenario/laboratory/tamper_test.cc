// What somebody with the database in hand changes is found.
#include "tests/scenario/laboratory/tampering.h"

namespace kres::testing {
namespace {

TEST_F(Tampering, AChangedEvent) {
  EXPECT_EQ(found_after("update audit_event set person = 'ola' where sequence = 3"),
            "event 3 was changed");
}

TEST_F(Tampering, ARemovedEvent) {
  EXPECT_EQ(found_after("delete from audit_event where sequence = 3"),
            "event 3 is missing; the next one is 4");
}

TEST_F(Tampering, ReorderedEvents) {
  EXPECT_EQ(
      found_after("update audit_event set sequence = case sequence when 3 then -4 else -3 end "
                  "where sequence in (3, 4)"),
      "event 1 is missing; the next one is -4");
}

TEST_F(Tampering, SwappedEvents) {
  EXPECT_EQ(found_after("update audit_event set event = (select other.event from audit_event as "
                        "other where other.sequence = 7 - audit_event.sequence) where sequence in "
                        "(3, 4)"),
            "event 3 was changed");
}

TEST_F(Tampering, ATruncatedTrail) {
  EXPECT_NE(
      found_after("delete from audit_event where sequence > 4").find("it was cut or rewritten"),
      std::string::npos);
}

TEST_F(Tampering, AMissingTrail) {
  EXPECT_NE(found_after("delete from audit_event").find("it was cut or rewritten"),
            std::string::npos);
}

TEST_F(Tampering, ATrailEmptiedWithItsHead) {
  std::filesystem::remove(lab_->path() / "audit.head");
  EXPECT_EQ(found_after("delete from audit_event", "delete from answer"),
            "the trail holds no event, not even registry.created: it was emptied");
}

TEST_F(Tampering, ATrailCutWithItsHead) {
  std::filesystem::remove(lab_->path() / "audit.head");
  EXPECT_EQ(found_after("delete from answer", "delete from audit_event where sequence > 4"),
            "audit.head is missing beside a trail of 4 events: its end may have been cut off");
}

TEST_F(Tampering, ATrailThatBeginsWithAnotherEvent) {
  const auto first = laboratory::chain({.person = "system", .event = "isolate.received"}, nullptr);
  EXPECT_EQ(found_after(fmt::format("update audit_event set time = '1970-01-01T00:00:00.000Z', "
                                    "event = 'isolate.received', subject = '', after_digest = '', "
                                    "hash = '{}' where sequence = 1",
                                    first.hash)),
            "the trail begins with isolate.received, not with registry.created");
}

TEST_F(Tampering, AChangedReferral) {
  EXPECT_EQ(found_after("update referral set received = '2026-11-19'").find("referral 1 of "), 0u);
}

TEST_F(Tampering, AChangedMeasurement) {
  EXPECT_EQ(
      found_after("update measurement set value = 0.125 where id = 1").find("measurements 1-2 of "),
      0u);
}

TEST_F(Tampering, ARemovedMeasurement) {
  EXPECT_EQ(found_after("delete from measurement where id = 2").find("measurements 1-2 of "), 0u);
}

TEST_F(Tampering, AChangedTestResult) {
  const auto accession = lab_->read()->isolates().list({}).value().isolates.front().accession;
  ASSERT_TRUE(workflow::enter_test(lab_->services(), lab_->examiner().knowledge.tests, accession,
                                   {.test = "mcim", .outcomes = {"negative"}, .comment = {}},
                                   "kari"));
  ASSERT_TRUE(lab_->verify());
  EXPECT_EQ(found_after("update test_result set outcomes = 'positive'").find("test result 1 of "),
            0u);
}

TEST_F(Tampering, AChangedQualityControl) {
  decide_on_a_day_that_is_out();
  ASSERT_TRUE(lab_->verify());
  EXPECT_EQ(found_after("update qc_result set value = 0.03").find("qc results 1-1 of "), 0u);
}

TEST_F(Tampering, AChangedDecisionOnQualityControl) {
  decide_on_a_day_that_is_out();
  EXPECT_EQ(found_after("update qc_decision set accepted = 1").find("qc decision 1 of "), 0u);
}

TEST_F(Tampering, AResultOfQualityControlThatNoEventSpeaksOf) {
  decide_on_a_day_that_is_out();
  EXPECT_EQ(found_after("insert into qc_result select 2, day, strain, agent, method, system, sign, "
                        "value, unit, disk_ug, lot, medium, withdrawn, reason, entered_by, "
                        "entered, predecessor from qc_result")
                .find("qc result 2 was stored by no event"),
            0u);
}

TEST_F(Tampering, AChangedAnalysis) {
  EXPECT_EQ(found_after("update analysis set result = replace(result, 'KPC-2', 'KPC-3')")
                .find("analysis 1 of "),
            0u);
}

TEST_F(Tampering, AChangedInterpretation) {
  EXPECT_EQ(found_after("update interpretation set category = 'S'").find("explanation 1 of "), 0u);
}

TEST_F(Tampering, AnotherApprover) {
  EXPECT_EQ(found_after("update answer set approved_by = 'kari'").find("answer 1 of "), 0u);
}

TEST_F(Tampering, AnotherKey) {
  EXPECT_EQ(found_after("update answer set public_key = '" + std::string(64, '0') + "'")
                .find("the signature of answer "),
            0u);
}

TEST_F(Tampering, AnAnswerSignedWithAReplacedKey) {
  const auto path = lab_->path();
  lab_.reset();
  std::filesystem::remove_all(path / "keys");
  lab_ = std::make_unique<TestLaboratory>(path);
  const auto kari = lab_->person("kari"), ola = lab_->person("ola");
  const auto accession = lab_->read()->answers().all_signed()->front().accession;
  const auto draft =
      workflow::draft_answer(lab_->desk(), accession, {Language::nb, "another value"}, kari);
  ASSERT_TRUE(draft) << draft.error().text();
  ASSERT_TRUE(workflow::validate_answer(lab_->desk(), draft->id, "", kari));
  ASSERT_TRUE(workflow::approve_answer(lab_->desk(), draft->id, "", ola));
  EXPECT_EQ(found_after("select 1"), "answer " + accession +
                                         "/2 is signed with a key that registry.created does not "
                                         "name");
}

TEST_F(Tampering, AnAnswerUnsigned) {
  EXPECT_EQ(found_after("update answer set state = 'draft'").find("answer 1 of "), 0u);
}

TEST_F(Tampering, ASignedAnswerWhoseTrailHoldsNoValidation) {
  rewrite_trail_without("answer.validated");
  EXPECT_EQ(found_after("select 1").find("the audit trail holds no answer.validated of answer "),
            0u);
}

TEST_F(Tampering, ASignedAnswerWhoseTrailHoldsNoDraft) {
  rewrite_trail_without("answer.drafted");
  EXPECT_EQ(found_after("select 1").find("the audit trail holds no answer.drafted of answer "), 0u);
}

TEST_F(Tampering, ATrailRewrittenWithNothingLeftOutHolds) {
  rewrite_trail_without("no such event");
  EXPECT_EQ(found_after("select 1"), "nothing");
}

TEST_F(Tampering, AnAnswerMarkedValidatedByHandIsNotApproved) {
  const auto first = lab_->read()->answers().all_signed()->front();
  const auto draft = workflow::draft_answer(lab_->desk(), first.accession,
                                            {Language::nb, "another value"}, lab_->person("kari"));
  ASSERT_TRUE(draft) << draft.error().text();
  forge(
      "update answer set state = 'validated', validated_by = 'kari', validated = created "
      "where version = 2");
  const auto approved = workflow::approve_answer(lab_->desk(), draft->id, "", lab_->person("ola"));
  ASSERT_FALSE(approved);
  EXPECT_EQ(approved.error().code, ErrorCode::corrupt);
  EXPECT_EQ(approved.error().message, "the audit trail holds no answer.validated of answer " +
                                          first.accession + "/2 by kari");
  EXPECT_EQ(lab_->read()->answers().all_signed()->size(), 1u);
}

// The other direction: rows that were put in past the program, which no event speaks of.
TEST_F(Tampering, AMeasurementPutIn) {
  EXPECT_EQ(found_after("insert into measurement (isolate, agent, method, system, sign, value, "
                        "unit, indication, route, provenance, entered_by, entered) select isolate, "
                        "'colistin', method, system, sign, 0.25, unit, indication, route, "
                        "provenance, entered_by, entered from measurement limit 1"),
            "measurement 3 was stored by no event of the trail");
}

TEST_F(Tampering, APersonPutIn) {
  EXPECT_EQ(found_after("insert into person (username, name, password_hash, active) values "
                        "('eve', 'Eve', 'hash', 1)"),
            "person eve was added by no event");
}

TEST_F(Tampering, ARoleGivenByHand) {
  EXPECT_EQ(found_after("insert into person_role select id, 'administrator' from person where "
                        "username = 'kari'"),
            "person kari is not as person.added left it");
}

TEST_F(Tampering, ALaboratoryGivenByHand) {
  EXPECT_EQ(found_after("insert into person_laboratory select id, 'UNN', 'region' from person "
                        "where username = 'ola'"),
            "person ola is not as person.added left it");
}

TEST_F(Tampering, ATokenPutIn) {
  EXPECT_EQ(found_after("insert into api_token (person, name, token_digest, reach, created, "
                        "created_by, expires) select id, 'x', 'd', 'change', "
                        "'2026-01-01T00:00:00.000Z', 'kari', '2027-01-01T00:00:00.000Z' from "
                        "person where username = 'kari'"),
            "token 1 of kari was given by no event");
}

TEST_F(Tampering, AnIsolatePutIn) {
  EXPECT_EQ(
      found_after(
          "insert into referral (laboratory, sender_id, suspected_group, organism, reason, "
          "question, infection_or_carriage, material, travel, hospital_abroad, known_contact, "
          "ward, pseudonym, sex, municipality, received) select laboratory, 'X-9', "
          "suspected_group, organism, reason, question, infection_or_carriage, material, travel, "
          "hospital_abroad, known_contact, ward, pseudonym, sex, municipality, received from "
          "referral limit 1"),
      "referral 2 was stored by no event of the trail");
}

TEST_F(Tampering, AnAnalysisPutIn) {
  EXPECT_EQ(found_after("insert into analysis (isolate, input_sha256, software, reference_name, "
                        "reference_digest, settings_digest, verdict, result, created, predecessor) "
                        "select isolate, input_sha256, software, reference_name, reference_digest, "
                        "settings_digest, verdict, '{}', created, id from analysis limit 1"),
            "analysis 2 was stored by no event of the trail");
}

TEST_F(Tampering, AnInterpretationPutIn) {
  EXPECT_EQ(found_after("insert into interpretation (isolate, measurement, breakpoints, organism, "
                        "category, document, created, predecessor) select isolate, measurement, "
                        "breakpoints, organism, 'S', document, created, id from interpretation "
                        "limit 1"),
            "interpretation 3 was stored by no event of the trail");
}

TEST_F(Tampering, ADraftPutIn) {
  EXPECT_EQ(found_after("insert into answer (isolate, version, state, language, analysis, "
                        "explanation, created_by, created, created_comment, reason, revision) "
                        "select isolate, 2, 'draft', language, analysis, explanation, created_by, "
                        "created, '', 'r', 1 from answer limit 1"),
            "answer 2 was stored by no event of the trail");
}

TEST_F(Tampering, ASummaryThatSaysOtherwise) {
  for (const auto* change :
       {"update isolate set species = 'Escherichia coli'", "update isolate set st = '131'",
        "update isolate set key_findings = ''", "update isolate set case_definitions = 'VRE'"}) {
    SetUp();
    EXPECT_NE(found_after(change).find("the summary of"), std::string::npos) << change;
  }
}

TEST_F(Tampering, AnAnsweredIsolateMadeUnanswered) {
  EXPECT_NE(found_after("update isolate set answered = null").find("in spite of a signed final"),
            std::string::npos);
}

TEST_F(Tampering, AFileAttachedByHand) {
  EXPECT_NE(found_after("insert into blob select replace(sha256, substr(sha256, 1, 4), 'beef'), "
                        "size, media_type, original_name from blob limit 1",
                        "insert into isolate_file (isolate, sha256, position, media_type, "
                        "original_name) select 1, sha256, 9, media_type, original_name from blob "
                        "where sha256 like 'beef%' limit 1")
                .find("was attached by no event"),
            std::string::npos);
}

TEST_F(Tampering, ADamagedFile) {
  const auto answer = lab_->read()->answers().all_signed()->front();
  const auto digest = answer.frozen->pdf_sha256;
  const auto file = lab_->path() / "blobs" / digest.substr(0, 2) / digest.substr(2, 2) / digest;
  ASSERT_TRUE(write_file_atomic(file, "%PDF other"));
  EXPECT_EQ(found_after("select 1").find("file " + digest.substr(0, 12) + " is lost or damaged"),
            0u);
  EXPECT_EQ(workflow::show_answer(lab_->desk(), answer.id).error().code, ErrorCode::corrupt);
}

}  // namespace
}  // namespace kres::testing
