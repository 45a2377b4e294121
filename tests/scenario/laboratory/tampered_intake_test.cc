// What is changed, removed or added around an isolate past the program is named: boxes, scans,
// questions, patients, openings of answers, decisions, passwords.
#include "storage/trust/key_file_vault.h"
#include "tests/scenario/laboratory/tampered_tables.h"
#include "tests/support/synthetic_number.h"
#include "workflow/delivery.h"
#include "workflow/identities.h"
#include "workflow/people.h"
#include "workflow/sender_queries.h"
#include "workflow/shipments.h"

namespace kres::testing {
namespace {

template <class Value>
Value required(Result<Value> result) {
  EXPECT_TRUE(result) << result.error().text();
  return result ? *std::move(result) : Value{};
}

class TamperedIntake : public TamperedTables {
 protected:
  void SetUp() override {
    TamperedTables::SetUp();
    if (HasFatalFailure()) return;
    first_ = lab_->read()->isolates().list({})->isolates.front().accession;
    refer_tubes();
    send_a_box();
    know_patients();
    ask_the_sender();
    deliver();
    const auto changed =
        workflow::change_password(lab_->services(), "ola", "$argon2id$of-ola", "system");
    ASSERT_TRUE(changed) << changed.error().text();
    const auto whole = lab_->verify();
    ASSERT_TRUE(whole) << whole.error().text();
  }

  workflow::IntakeDesk intake() {
    static const laboratory::SubmissionCriteria nothing_asked;
    return {lab_->services(), nothing_asked};
  }

  void refer_tubes() {
    ASSERT_TRUE(
        write_file_atomic(folder_ / "tubes.tsv",
                          "laboratory\tsender_id\tsuspected_group\tsends\nUNN\tE-1\tCPO\ttube\n"
                          "UNN\tE-2\tCPO\ttube\nUNN\tE-3\tCPO\ttube\n"));
    const auto received = lab_->import(folder_ / "tubes.tsv");
    ASSERT_TRUE(received) << received.error().text();
    for (const auto& one : *received) tubes_.push_back(one.accession);
    ASSERT_EQ(tubes_.size(), 3U);
  }

  // E-1 and E-2 in a box, of which E-2 is missing; E-3 comes beside it; one label is nobody's.
  void send_a_box() {
    const auto kari = lab_->person("kari");
    const auto box = required(workflow::dispatch_box(intake(), "UNN", "B-7", {"E-1", "E-2"}, kari));
    required(workflow::scan_tube(lab_->services(), box.id, "E-1", kari));
    required(workflow::scan_tube(lab_->services(), box.id, "E-1", kari));
    required(workflow::scan_tube(lab_->services(), box.id, "NOBODY", kari));
    const auto third = required(workflow::scan_tube(lab_->services(), box.id, "E-3", kari));
    required(workflow::undo_scan(lab_->services(), third.id, kari));
    required(workflow::close_box(lab_->services(), box.id, kari));
  }

  void know_patients() {
    const auto vault = storage::KeyFileVault::open(lab_->path() / "keys");
    ASSERT_TRUE(vault) << vault.error().text();
    const auto services = lab_->services();
    const auto one =
        required(workflow::enter_identity(services, *vault, first_, synthetic_number(0), "kari"));
    const auto other = required(
        workflow::enter_identity(services, *vault, tubes_[0], synthetic_number(1), "kari"));
    // A slip of the pen, and its correction.
    required(workflow::enter_identity(services, *vault, tubes_[1], synthetic_number(1), "kari"));
    required(workflow::enter_identity(services, *vault, tubes_[1], synthetic_number(0), "ola"));
    const auto linked = workflow::link_patients(services, {.first = one.patient,
                                                           .second = other.patient,
                                                           .reason = "married name",
                                                           .linked = lab_->clock.now(),
                                                           .linked_by = "ola"});
    ASSERT_TRUE(linked) << linked.error().text();
  }

  void ask_the_sender() {
    const auto services = lab_->services();
    const auto kari = lab_->person("kari");
    const auto asked = required(workflow::ask_sender(services, first_, "Which ward?", kari));
    required(workflow::ask_sender(services, first_, "Travel?", kari));
    required(workflow::answer_query(intake(), asked.id, "Surgery", kari,
                                    laboratory::Scope::everything()));
  }

  void deliver() {
    const auto answer = required(lab_->read()->answers().all_signed()).front();
    const auto opened = workflow::note_opening(intake(), answer, "pdf", lab_->person("kari"));
    ASSERT_TRUE(opened) << opened.error().text();
    required(workflow::decide_change(lab_->services(), {.answer = answer.id,
                                                        .version = "EUCAST v17.0, draft",
                                                        .choice = laboratory::ChangeChoice::keep,
                                                        .reason = "no treatment",
                                                        .person = "ola"}));
  }

  std::string first_;
  std::vector<std::string> tubes_;
};

TEST_F(TamperedIntake, BoxesAndScans) {
  expect_named(
      {{"shipment", "update shipment set dispatched_by = 'ola'",
        "shipment 1 is not as shipment.closed left it"},
       {"shipment", "update shipment set closed = null, closed_by = ''",
        "shipment 1 is not as shipment.closed left it"},
       {"shipment", "delete from shipment", "0 boxes are kept, but the trail speaks of 1"},
       {"shipment_tube", "delete from shipment_tube where isolate = 3",
        "the tubes of shipment 1 are not those that were packed"},
       {"shipment_tube", "insert into shipment_tube values (1, 4)",
        "the tubes of shipment 1 are not those that were packed"},
       {"scan", "update scan set person = 'ola' where id = 1", "scan 1 is not the one"},
       {"scan", "update scan set isolate = 3 where id = 1", "scan 1 is not the one"},
       {"scan",
        "update scan set undone = '2026-11-20T10:00:00.000Z', undone_by = 'kari' where id = 1",
        "scan 1 is not the one"},
       {"scan", "update scan set undone = null, undone_by = '' where id = 4",
        "scan 4 is not the one"},
       {"scan", "delete from scan where id = 3", "scan 3 of the trail is missing"},
       {"scan",
        "insert into scan (id, shipment, code, isolate, outcome, sample_before, received_before, "
        "person, time, undone_by, undone) select 99, shipment, code, isolate, outcome, "
        "sample_before, received_before, person, time, undone_by, undone from scan where id = 1",
        "scan 99 is not the one that the trail tells"}});
}

TEST_F(TamperedIntake, QuestionsToTheSender) {
  expect_named(
      {{"sender_query", "update sender_query set closing = 'Medicine' where id = 1",
        "query 1 of " + first_ + " is not "},
       {"sender_query", "update sender_query set question_nb = 'x' where id = 2",
        "query 2 of " + first_ + " is not "},
       {"sender_query", "update sender_query set state = 'withdrawn' where id = 2",
        "query 2 of " + first_ + " is not as query.asked left it"},
       {"sender_query",
        "insert into sender_query (id, isolate, laboratory, criterion, field, question_nb, "
        "question_en, asked_by, asked, state, closed_by, closed, closing) select 99, isolate, "
        "laboratory, criterion, field, question_nb, question_en, asked_by, asked, state, "
        "closed_by, closed, closing from sender_query where id = 2",
        "3 questions to senders are kept, but the trail speaks of 2"}});
}

TEST_F(TamperedIntake, Patients) {
  expect_named({{"isolate_patient", "update isolate_patient set patient = 2 where isolate = 1",
                 first_ + " is not tied to the patient that the trail names"},
                {"isolate_patient", "delete from isolate_patient where isolate = 1",
                 first_ + " is not tied to the patient that the trail names"},
                {"isolate_patient",
                 "delete from isolate_patient where id = (select min(id) from isolate_patient "
                 "where isolate = 3)",
                 "3 ties of isolates to patients are kept, but the trail speaks of 4"},
                {"patient_link", "delete from patient_link", "0 links of patients are kept"},
                {"patient_link", "update patient_link set linked_by = 'kari'",
                 "patient 1 and patient 2 are not linked as the trail says"}});
}

TEST_F(TamperedIntake, OpeningsDecisionsAndPasswords) {
  expect_named(
      {{"answer_opening", "delete from answer_opening", "openings of answer 1 are not those"},
       {"answer_opening", "update answer_opening set person = 'ola'",
        "openings of answer 1 are not those"},
       {"answer_opening", "update answer_opening set form = 'json'",
        "openings of answer 1 are not those"},
       {"change_decision", "update change_decision set choice = 'reissue'",
        "is not the one of the trail"},
       {"change_decision", "update change_decision set version = 'EUCAST v18.0'",
        "the decision about answer 1, EUCAST v17.0, draft, keep of " + first_},
       {"change_decision", "delete from change_decision", "0 decisions about answers are kept"},
       {"person", "update person set password_hash = '$argon2id$of-eve' where username = 'ola'",
        "the password of ola is not the one that person.password_changed set"}});
}

}  // namespace
}  // namespace kres::testing
