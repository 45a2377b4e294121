// Records come back as they were stored, and what is written stays.
#include "base/digest.h"
#include "storage/tables/registry_fixture.h"

namespace kres::storage {
namespace {

using namespace laboratory;

class Records : public RegistryFixture {};

TEST_F(Records, AReferralComesBackWhole) {
  auto work = begin();
  Referral referral{.laboratory = "UNN",
                    .sender_id = "L-1",
                    .suspected_group = MicrobeGroup::ColR,
                    .organism = "Klebsiella pneumoniae",
                    .reason = "resistens",
                    .question = "karbapenemase?",
                    .clinical = {"infection", "urin", "Hellas", "ja", "nei", "medisin"},
                    .patient = {"P1", 71, "female", "Tromsø"},
                    .sampled = Date{2026, 11, 18},
                    .received = {2026, 11, 20}};
  const auto id = work->referrals().add(referral);
  ASSERT_TRUE(id) << id.error().text();
  const auto found = work->referrals().find("UNN", "L-1")->value();
  EXPECT_EQ(found.id, *id);
  EXPECT_EQ(found.suspected_group, MicrobeGroup::ColR);
  EXPECT_EQ(found.clinical.hospital_abroad, "ja");
  EXPECT_EQ(found.patient.age, 71);
  EXPECT_EQ(found.sampled, referral.sampled);
  EXPECT_EQ(work->referrals().add(referral).error().code, ErrorCode::conflict);
}

TEST_F(Records, PeopleKeepTheirRoles) {
  auto work = begin();
  const auto id = work->people().add(
      {.username = "kari", .name = "Kari", .roles = {Role::bioengineer, Role::microbiologist}},
      "hash");
  ASSERT_TRUE(id);
  auto kari = work->people().find("kari")->value();
  EXPECT_EQ(kari.roles.size(), 2u);
  kari.roles = {Role::microbiologist};
  kari.active = false;
  ASSERT_TRUE(work->people().update(kari));
  EXPECT_EQ(work->people().find(*id)->value().roles, kari.roles);
  EXPECT_FALSE(work->people().find(*id)->value().active);
  EXPECT_EQ(work->people().password_hash(*id)->value(), "hash");
  EXPECT_EQ(work->people().all()->size(), 1u);
  EXPECT_EQ(work->people().add({.username = "kari"}, "x").error().code, ErrorCode::conflict);
}

TEST_F(Records, AReferringPersonKeepsLaboratoryAndReach) {
  auto work = begin();
  ASSERT_TRUE(work->people().add({.username = "rita",
                                  .name = "Rita",
                                  .roles = {Role::referring},
                                  .laboratory = "UNN",
                                  .reach = Reach::region},
                                 "hash"));
  auto rita = work->people().find("rita")->value();
  EXPECT_EQ(rita.laboratory, "UNN");
  EXPECT_EQ(rita.reach, Reach::region);
  rita.reach = Reach::laboratory;
  ASSERT_TRUE(work->people().update(rita));
  EXPECT_EQ(work->people().find("rita")->value().reach, Reach::laboratory);
  rita.laboratory = "NONE";
  EXPECT_FALSE(work->people().update(rita)) << "there is no such laboratory";
}

TEST_F(Records, ACorrectedMeasurementNamesTheOneBefore) {
  auto work = begin();
  const auto isolate = add_isolate(*work, "L-1");
  MeasurementRecord record{.isolate = isolate.id,
                           .agent = "meropenem",
                           .method = "bmd",
                           .sign = "<=",
                           .value = 0.125,
                           .unit = "mg/L",
                           .disk_ug = "10",
                           .guideline = "CLSI",
                           .provenance = "constructed",
                           .entered_by = "system"};
  record.predecessor = *work->measurements().add(record);
  record.value = 8;
  ASSERT_TRUE(work->measurements().add(record));
  const auto current = *work->measurements().current_of(isolate.id);
  ASSERT_EQ(current.size(), 1u);
  EXPECT_EQ(current[0].value, 8);
  EXPECT_EQ(current[0].provenance, "constructed");
  EXPECT_EQ(current[0].disk_ug + " " + current[0].guideline, "10 CLSI");
  EXPECT_EQ(work->measurements().all_of(isolate.id)->size(), 2u);
}

// From analysis to signed answer, as the workflow stores it.
class Answers : public RegistryFixture {
 protected:
  void SetUp() override {
    RegistryFixture::SetUp();
    auto work = begin();
    isolate_ = add_isolate(*work, "L-1");
    for (const auto* content : {"genome", "pdf", "json"})
      ASSERT_TRUE(work->blobs().add({sha256_hex(content), 6, "text/plain", content}));
    const auto analysis = work->analyses().add(
        {.isolate = isolate_.id, .input_sha256 = sha256_hex("genome"), .result = "{}"});
    ASSERT_TRUE(analysis) << analysis.error().text();
    const auto measurement = work->measurements().add({.isolate = isolate_.id, .sign = "="});
    const auto interpretation = work->interpretations().add(
        {.isolate = isolate_.id, .measurement = *measurement, .category = "R"});
    ASSERT_TRUE(interpretation) << interpretation.error().text();
    const auto explanation = work->explanations().add(
        {.isolate = isolate_.id, .analysis = *analysis, .document = "{}"}, {*interpretation});
    ASSERT_TRUE(explanation) << explanation.error().text();
    EXPECT_EQ(work->interpretations().of_explanation(*explanation)->size(), 1u);
    EXPECT_EQ(work->interpretations().current_of(isolate_.id)->size(), 1u);
    draft_ = {.isolate = isolate_.id,
              .analysis = *analysis,
              .explanation = *explanation,
              .created = {"kari", Instant{}, ""}};
    const auto id = work->answers().add(draft_);
    ASSERT_TRUE(id) << id.error().text();
    ASSERT_TRUE(work->isolates().attach(isolate_.id,
                                        {.blob = {sha256_hex("genome"), 6, "text/plain", "g"}}));
    draft_ = **work->answers().find(*id);
    ASSERT_TRUE(work->commit());
  }

  Answer signed_answer() {
    auto answer = draft_;
    answer.state = AnswerState::signed_;
    answer.validated = Step{"kari", Instant{}, "ok"};
    answer.approved = Step{"ola", Instant{}, ""};
    answer.frozen = Frozen{sha256_hex("pdf"), sha256_hex("json"), "s", "k", "h"};
    return answer;
  }

  Isolate isolate_;
  Answer draft_;
};

TEST_F(Answers, ASignedAnswerComesBackWhole) {
  auto work = begin();
  ASSERT_TRUE(work->answers().update(signed_answer()));
  const auto found = work->answers().of(isolate_.id)->front();
  EXPECT_EQ(found.accession, isolate_.accession);
  EXPECT_EQ(found.state, AnswerState::signed_);
  EXPECT_EQ(found.validated->comment, "ok");
  EXPECT_EQ(found.approved->person, "ola");
  EXPECT_EQ(found.frozen->json_sha256, sha256_hex("json"));
  EXPECT_EQ(work->answers().all_signed()->size(), 1u);
}

TEST_F(Answers, OfTwoWhoActOnOneAnswerTheSecondIsTold) {
  auto work = begin();
  ASSERT_TRUE(work->answers().update(draft_));
  EXPECT_EQ(work->answers().update(draft_).error().code, ErrorCode::conflict);
}

TEST_F(Answers, WhatIsSignedOrWrittenIsNeverChangedOrDeleted) {
  auto work = begin();
  const auto signed_one = work->answers().update(signed_answer());
  ASSERT_TRUE(signed_one);
  ASSERT_TRUE(work->audit().append({.person = "kari", .event = "answer.signed"}));
  ASSERT_TRUE(work->commit());
  work.reset();
  EXPECT_FALSE(begin()->answers().update(*signed_one));
  const auto session = open_session();
  for (const auto* sql :
       {"update audit_event set person = 'x'", "delete from audit_event",
        "update measurement set value = 1", "delete from measurement", "delete from analysis",
        "update analysis set result = ''", "update interpretation set category = 'S'",
        "delete from interpretation", "update explanation set document = ''",
        "delete from explanation", "delete from explanation_interpretation", "delete from answer",
        "update answer set signature = ''", "delete from isolate", "delete from referral",
        "delete from isolate_file", "delete from blob"})
    EXPECT_FALSE(session->execute(sql)) << sql;
}

class AuditTrail : public RegistryFixture {};

TEST_F(AuditTrail, IsChainedAndRemembered) {
  {
    auto work = begin();
    ASSERT_TRUE(work->audit().append({.person = "system", .event = "registry.created"}));
    ASSERT_TRUE(work->audit().append({.person = "kari", .event = "a.b", .subject = "x"}));
    ASSERT_TRUE(work->commit());
  }
  auto work = std::move(*registry_->read());
  AuditVerifier verifier;
  verifier.expect(*witness_.remembered(), "the kept head");
  ASSERT_TRUE(work->audit().each([&](const AuditEvent& event) { return verifier.next(event); }));
  EXPECT_TRUE(verifier.finish());
  EXPECT_EQ(verifier.head().sequence, 2);
  EXPECT_EQ(work->audit().of("x")->size(), 1u);
}

TEST_F(AuditTrail, AnEventOfWorkThatDidNotHappenIsNotRemembered) {
  {
    auto work = begin();
    ASSERT_TRUE(work->audit().append({.person = "kari", .event = "a.b"}));
  }
  EXPECT_EQ(witness_.remembered()->sequence, 0);
  EXPECT_FALSE(*std::move(*registry_->read())->audit().last());
}

TEST_F(Records, AReadingUnitCannotWrite) {
  auto work = std::move(*registry_->read());
  EXPECT_FALSE(work->laboratories().save({"X", "X", "nord"}));
}

TEST_F(Records, SessionsEnd) {
  auto work = begin();
  const auto person = *work->people().add({.username = "kari"}, "hash");
  const Instant noon = *parse_instant("2026-11-21T12:00:00Z");
  ASSERT_TRUE(work->sessions().add({"digest", "csrf", person, noon, noon, noon}));
  EXPECT_EQ((*work->sessions().find("digest"))->csrf_token, "csrf");
  ASSERT_TRUE(work->sessions().remove_expired(noon));
  EXPECT_FALSE(*work->sessions().find("digest"));
}

TEST(Registry, IsNotMadeByAccident) {
  FakeWitness witness;
  const auto missing = SqlRegistry::open(Database::at("/nonexistent/registry.sqlite"),
                                         SqlRegistry::Missing::fail, witness);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace kres::storage
