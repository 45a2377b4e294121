// The main job: from referral to signed answer, and everything that must not happen on the way.
// Long because each test is a step of the same job and reads beside the others.
#include <gtest/gtest.h>

#include "susceptibility/interpretation_json.h"
#include "tests/scenario/laboratory/test_laboratory.h"
#include "tests/support/run_program.h"
#include "workflow/isolate_status.h"
#include "workflow/test_results.h"

namespace kres::testing {
namespace {

using laboratory::AnswerState;
using laboratory::IsolateState;
using workflow::Mode;
using workflow::Outcome;

class MainJob : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fresh_directory(std::string("laboratory_") +
                              ::testing::UnitTest::GetInstance()->current_test_info()->name());
    lab_ = std::make_unique<TestLaboratory>(folder_ / "registry");
    lab_->employ();
    write_referrals(folder_ / "in", "L", 1);
  }
  void TearDown() override {
    lab_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::string import_one() {
    const auto received = lab_->import(folder_ / "in");
    EXPECT_TRUE(received) << received.error().text();
    return received ? received->front().accession : "";
  }
  std::string import_and_analyse() {
    const auto accession = import_one();
    const auto runs = workflow::run_pending_jobs(lab_->services(), lab_->examiner());
    EXPECT_TRUE(runs) << runs.error().text();
    return accession;
  }
  laboratory::Answer signed_answer(const std::string& accession, const std::string& reason = "") {
    return signed_answer(accession, {Language::nb, reason});
  }
  laboratory::Answer signed_answer(const std::string& accession, const workflow::DraftWish& wish) {
    auto answer = workflow::draft_answer(lab_->desk(), accession, wish, lab_->person("kari"));
    EXPECT_TRUE(answer) << answer.error().text();
    answer = workflow::validate_answer(lab_->desk(), answer->id, "sett", lab_->person("kari"));
    EXPECT_TRUE(answer) << answer.error().text();
    answer = workflow::approve_answer(lab_->desk(), answer->id, "", lab_->person("ola"));
    EXPECT_TRUE(answer) << answer.error().text();
    return *answer;
  }
  // The same referral again with one more result.
  void send_ciprofloxacin(const std::string& by = "system") {
    auto table = *read_file(folder_ / "in" / "susceptibility.tsv");
    table += "L-1\tKlebsiella pneumoniae\tciprofloxacin\tbmd\t=\t4\t\n";
    ASSERT_TRUE(write_file_atomic(folder_ / "in" / "susceptibility.tsv", table));
    const auto again = lab_->import(folder_ / "in", Mode::store, by);
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(again->front().outcome, Outcome::extended);
  }
  laboratory::Isolate isolate(const std::string& accession) {
    return **lab_->read()->isolates().find(accession);
  }
  // Rows of every table and stored files: what an import that is refused must not change.
  std::string contents() {
    const auto session = lab_->open_session();
    std::string counts;
    for (const auto* table : {"referral", "isolate", "isolate_file", "blob", "measurement", "job",
                              "audit_event", "accession_counter"})
      counts +=
          std::to_string(
              session->query(std::string("select count(*) from ") + table)->front().integer(0)) +
          " ";
    return counts + std::to_string(lab_->services().blobs.list()->size());
  }

  Path folder_;
  std::unique_ptr<TestLaboratory> lab_;
};

TEST_F(MainJob, AReferredIsolateIsAnalysedExplainedAndAnswered) {
  const auto accession = import_one();
  EXPECT_EQ(isolate(accession).state, IsolateState::analysing);
  EXPECT_TRUE(isolate(accession).constructed);
  ASSERT_EQ(*workflow::run_pending_jobs(lab_->services(), lab_->examiner()), 1);
  const auto ready = isolate(accession);
  EXPECT_EQ(ready.state, IsolateState::ready);
  EXPECT_EQ(ready.summary.species, "Klebsiella pneumoniae");
  EXPECT_EQ(ready.summary.st, "11");
  EXPECT_EQ(ready.summary.key_findings, std::vector<std::string>{"blaKPC-2"});
  EXPECT_EQ(ready.summary.case_definitions, std::vector<std::string>{"CPO"});

  const auto answer = signed_answer(accession);
  EXPECT_EQ(answer.state, AnswerState::signed_);
  EXPECT_EQ(isolate(accession).state, IsolateState::answered);
  EXPECT_EQ(isolate(accession).answered, (Date{2026, 11, 20}));
  const auto shown = workflow::show_answer(lab_->desk(), answer.id);
  ASSERT_TRUE(shown) << shown.error().text();
  for (const auto* part : {"blaKPC-2", "\"R\"", "Kari", "Ola", "constructed", "EUCAST v16.0"})
    EXPECT_NE(shown->json.find(part), std::string::npos) << part;
  const auto verified = lab_->verify();
  ASSERT_TRUE(verified) << verified.error().text();
  EXPECT_EQ(verified->answers, 1);
  EXPECT_EQ(verified->files, 3);
  EXPECT_TRUE(verified->unreferenced.empty());
}

TEST_F(MainJob, TheClockStopsOnTheDayOfSignature) {
  const auto accession = import_and_analyse();
  signed_answer(accession);
  lab_->clock.set("2026-12-20T09:00:00Z");
  auto work = lab_->read();
  const auto clock = *workflow::turnaround_of(*work, isolate(accession), lab_->clock);
  EXPECT_EQ(clock.days_used, 2);
  EXPECT_FALSE(clock.overdue);
  std::string names;
  for (const auto& segment : clock.segments) names += segment.name + " ";
  EXPECT_EQ(names, "susceptibility sequencing analysis validation signature ");
}

TEST_F(MainJob, TheSameReferralAgainChangesNothing) {
  const auto accession = import_one();
  const auto before = contents();
  const auto again = lab_->import(folder_ / "in");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->front().outcome, Outcome::unchanged);
  EXPECT_EQ(again->front().accession, accession);
  EXPECT_EQ(contents(), before);
}

TEST_F(MainJob, ADryRunStoresNothing) {
  const auto before = contents();
  const auto dry = lab_->import(folder_ / "in", Mode::dry_run);
  ASSERT_TRUE(dry) << dry.error().text();
  EXPECT_EQ(dry->front().outcome, Outcome::created);
  EXPECT_EQ(contents(), before);
}

TEST_F(MainJob, AnEmptyCellErasesNothingAndAnotherValueIsReportedAndKept) {
  const std::string head = "laboratory\tsender_id\tsuspected_group\treceived\tmaterial\tage\n";
  const auto write = [&](const std::string& row) {
    ASSERT_TRUE(write_file_atomic(folder_ / "sheet" / "referral.tsv", head + row));
  };
  ASSERT_TRUE(make_directories(folder_ / "sheet"));
  write("UNN\tL-1\tCPO\t2026-11-18\turin\t71\n");
  ASSERT_TRUE(lab_->import(folder_ / "sheet"));
  write("UNN\tL-1\tCPO\t2026-11-18\t\t\n");
  EXPECT_EQ(lab_->import(folder_ / "sheet")->front().outcome, Outcome::unchanged);
  write("UNN\tL-1\tCPO\t2026-11-18\tblod\t72\n");
  const auto differing = *lab_->import(folder_ / "sheet");
  EXPECT_EQ(differing.front().outcome, Outcome::differing);
  EXPECT_EQ(differing.front().differences,
            (std::vector<std::string>{"material: another value is stored",
                                      "age: another value is stored"}));
  const auto stored = lab_->read()->referrals().find("UNN", "L-1")->value();
  EXPECT_EQ(stored.clinical.material, "urin");
  EXPECT_EQ(stored.patient.age, 71);
}

TEST_F(MainJob, AGenomeThatComesLaterIsAnalysed) {
  std::filesystem::rename(folder_ / "in" / "referral.tsv", folder_ / "with_genome.tsv");
  ASSERT_TRUE(write_file_atomic(
      folder_ / "in" / "referral.tsv",
      "laboratory\tsender_id\tsuspected_group\treceived\nUNN\tL-1\tCPO\t2026-11-18\n"));
  const auto accession = import_one();
  EXPECT_EQ(isolate(accession).state, IsolateState::received);
  std::filesystem::rename(folder_ / "with_genome.tsv", folder_ / "in" / "referral.tsv");
  const auto later = *lab_->import(folder_ / "in");
  EXPECT_EQ(later.front().outcome, Outcome::extended);
  EXPECT_EQ(isolate(accession).state, IsolateState::analysing);
  EXPECT_EQ(*workflow::run_pending_jobs(lab_->services(), lab_->examiner()), 1);
  EXPECT_EQ(isolate(accession).state, IsolateState::ready);
}

TEST_F(MainJob, AMeasurementThatDiffersIsReportedAndKept) {
  import_one();
  auto table = *read_file(folder_ / "in" / "susceptibility.tsv");
  const auto at = table.find("\t16\t");
  ASSERT_NE(at, std::string::npos);
  table.replace(at, 4, "\t32\t");
  ASSERT_TRUE(write_file_atomic(folder_ / "in" / "susceptibility.tsv", table));
  const auto again = *lab_->import(folder_ / "in");
  EXPECT_EQ(again.front().differences,
            std::vector<std::string>{
                "meropenem by broth_microdilution: 16 mg/L is stored, 32 mg/L was sent"});
}

TEST_F(MainJob, ADiskOfAnotherLoadAndAnotherGuidelineAreKeptAndNotReadAsOurs) {
  std::filesystem::create_directories(folder_ / "in");
  write_referrals(folder_ / "in", "L", 1);
  ASSERT_TRUE(write_file_atomic(
      folder_ / "in" / "susceptibility.tsv",
      "isolate\torganism\tagent\tmethod\tsign\tvalue\tdisk_ug\tguideline\n"
      "L-1\tKlebsiella pneumoniae\tcefotaxime\tdisk\t=\t24\t30\t\n"
      "L-1\tKlebsiella pneumoniae\tmeropenem\tdisk\t=\t10\t10\t\n"
      "L-1\tKlebsiella pneumoniae\tamoxicillin-clavulanic acid\tbmd\t<=\t4\t\tCLSI\n"));
  const auto received = lab_->import(folder_ / "in");
  ASSERT_TRUE(received) << received.error().text();
  const auto accession = received->front().accession;
  ASSERT_EQ(*workflow::run_pending_jobs(lab_->services(), lab_->examiner()), 1);
  auto work = lab_->read();
  const auto current = isolate(accession);
  std::map<std::string, std::string> read;
  const auto records = work->interpretations().of_explanation(current.current_explanation);
  ASSERT_TRUE(records) << records.error().text();
  for (const auto& record : *records) {
    const auto i = susceptibility::interpretation_from_json(record.document, "x");
    ASSERT_TRUE(i) << i.error().text();
    read[i->measurement.agent + " " + i->measurement.disk_ug + i->measurement.guideline] =
        record.category + i->reason;
  }
  EXPECT_EQ(read, (std::map<std::string, std::string>{
                      {"amoxicillin-clavulanic acid CLSI", "other_inhibitor_ratio"},
                      {"cefotaxime 30", "wrong_disk"},
                      {"meropenem 10", "R"}}));
  const auto verified = lab_->verify();
  EXPECT_TRUE(verified) << verified.error().text();
}

TEST_F(MainJob, ResultsThatArriveWhileAnAnalysisRunsAreInterpretedAfterIt) {
  const auto accession = import_one();
  lab_->while_analysing = [&] { send_ciprofloxacin(); };
  EXPECT_EQ(*workflow::run_pending_jobs(lab_->services(), lab_->examiner()), 2);
  EXPECT_EQ(isolate(accession).state, IsolateState::ready);
  auto work = lab_->read();
  EXPECT_EQ(work->interpretations().of_explanation(isolate(accession).current_explanation)->size(),
            3u);
}

TEST_F(MainJob, AnAnswerIsNotSignedOnSupersededResultsButDraftedAgain) {
  const auto accession = import_and_analyse();
  const auto kari = lab_->person("kari");
  const auto ola = lab_->person("ola");
  const auto desk = lab_->desk();
  const auto draft = *workflow::draft_answer(desk, accession, {Language::nb}, kari);
  const auto validated = *workflow::validate_answer(desk, draft.id, "", kari, draft.revision);
  const auto approval = [&] {
    return workflow::approve_answer(desk, draft.id, "", ola, validated.revision);
  };
  send_ciprofloxacin();
  EXPECT_EQ(approval().error().message, "answer.why.outdated") << "while it is queued";
  EXPECT_EQ(workflow::draft_answer(desk, accession, {Language::nb}, kari).error().message,
            "answer.why.outdated");
  ASSERT_EQ(*workflow::run_pending_jobs(lab_->services(), lab_->examiner()), 1);
  EXPECT_EQ(approval().error().message, "answer.why.outdated");

  const auto again = workflow::draft_answer(desk, accession, {Language::nb}, kari);
  ASSERT_TRUE(again) << again.error().text();
  EXPECT_EQ(again->id, draft.id);
  EXPECT_EQ(again->revision, validated.revision + 1);
  EXPECT_EQ(isolate(accession).state, IsolateState::draft);
  EXPECT_EQ(approval().error().message, "answer.why.stale");
  ASSERT_TRUE(workflow::validate_answer(desk, draft.id, "", kari, again->revision));
  ASSERT_TRUE(workflow::approve_answer(desk, draft.id, "", ola));
  const auto stored = **lab_->read()->answers().find(draft.id);
  EXPECT_EQ(stored.explanation, isolate(accession).current_explanation);
  EXPECT_NE(workflow::show_answer(desk, draft.id)->json.find("iprofloksacin"), std::string::npos);
  EXPECT_TRUE(lab_->verify());
}

TEST_F(MainJob, ATestResultIsExplainedAndWhoeverEnteredItCannotValidate) {
  const auto accession = import_and_analyse();
  const auto services = lab_->services();
  const auto& tests = lab_->examiner().knowledge.tests;
  const auto enter = [&](const workflow::EnteredTest& entered) {
    const auto result = workflow::enter_test(services, tests, accession, entered, "kari");
    EXPECT_TRUE(result) << result.error().text();
    EXPECT_EQ(*workflow::run_pending_jobs(services, lab_->examiner()), 1);
    return result->id;
  };
  const auto explanation = [&] {
    return lab_->read()
        ->explanations()
        .find(isolate(accession).current_explanation)
        .value()
        ->document;
  };
  const auto wrong = enter({.test = "carba_np", .outcomes = {"negative"}, .comment = {}});
  EXPECT_NE(explanation().find("Carba NP (negative) did not detect blaKPC-2"), std::string::npos)
      << explanation();
  const auto right = enter(
      {.test = "carba_np", .outcomes = {"positive"}, .comment = "misread", .replaces = wrong});
  EXPECT_EQ(explanation().find("did not detect"), std::string::npos);
  EXPECT_NE(explanation().find("Carba NP (positive) agrees with blaKPC-2"), std::string::npos);
  const auto tied =
      *lab_->read()->test_results().of_explanation(isolate(accession).current_explanation);
  ASSERT_EQ(tied.size(), 1U);
  EXPECT_EQ(tied[0].id, right);
  const auto draft =
      *workflow::draft_answer(lab_->desk(), accession, {Language::nb}, lab_->person("ola"));
  EXPECT_EQ(
      workflow::validate_answer(lab_->desk(), draft.id, "", lab_->person("kari")).error().message,
      "answer.why.entered_results");
  enter({.test = "carba_np", .outcomes = {}, .comment = "another isolate", .replaces = right});
  EXPECT_EQ(explanation().find("Carba NP"), std::string::npos) << "it was withdrawn";
  EXPECT_TRUE(lab_->verify());
}

TEST_F(MainJob, ResultsWhoseAnalysisFailedStandInTheWayOfASignature) {
  const auto accession = import_and_analyse();
  const auto answer =
      *workflow::draft_answer(lab_->desk(), accession, {Language::nb}, lab_->person("kari"));
  lab_->genome = bad_input("has no contigs", "L-1.fna");
  send_ciprofloxacin();
  ASSERT_EQ(*workflow::run_pending_jobs(lab_->services(), lab_->examiner()), 1);
  EXPECT_EQ(
      workflow::validate_answer(lab_->desk(), answer.id, "", lab_->person("kari")).error().message,
      "answer.why.outdated");
}

TEST_F(MainJob, ARerunNeverReplacesTheOlderResult) {
  const auto accession = import_and_analyse();
  const auto first = isolate(accession);
  const auto answer = signed_answer(accession);
  const auto bytes = *workflow::show_answer(lab_->desk(), answer.id);
  lab_->genome->software = "kres later";
  ASSERT_TRUE(workflow::request_analysis(lab_->services(), accession, "kari"));
  ASSERT_EQ(*workflow::run_pending_jobs(lab_->services(), lab_->examiner()), 1);
  const auto second = isolate(accession);
  EXPECT_NE(second.current_analysis, first.current_analysis);
  EXPECT_EQ(second.state, IsolateState::answered) << "nothing changes until a person signs";
  auto work = lab_->read();
  const auto analyses = *work->analyses().of(second.id);
  ASSERT_EQ(analyses.size(), 2u);
  EXPECT_EQ(analyses[0].software, "kres later");
  EXPECT_EQ(analyses[0].predecessor, analyses[1].id);
  EXPECT_EQ(analyses[1].software, "kres test");
  EXPECT_EQ(workflow::show_answer(lab_->desk(), answer.id)->pdf, bytes.pdf);
  EXPECT_TRUE(lab_->verify());
}

TEST_F(MainJob, AnAmendedAnswerIsANewVersionThatSaysWhy) {
  const auto accession = import_and_analyse();
  const auto first = signed_answer(accession);
  const auto without =
      workflow::draft_answer(lab_->desk(), accession, {Language::nb, " "}, lab_->person("kari"));
  ASSERT_FALSE(without);
  EXPECT_EQ(without.error().message, "answer.why.reason_missing");
  const auto second = signed_answer(accession, "Ny analyse");
  EXPECT_EQ(second.version, 2);
  EXPECT_EQ(second.predecessor, first.id);
  const auto json = workflow::show_answer(lab_->desk(), second.id)->json;
  EXPECT_NE(json.find("Ny analyse"), std::string::npos);
  EXPECT_NE(json.find(workflow::answer_number(accession, 1)), std::string::npos);
  EXPECT_EQ(lab_->verify()->answers, 2);
}

// What is known early goes out early; the isolate stays on the work list and its clock runs on.
TEST_F(MainJob, APreliminaryAnswerIsFollowedByAFinalOneThatStopsTheClock) {
  const auto accession = import_and_analyse();
  const auto early = signed_answer(accession, {Language::nb, "", true});
  EXPECT_TRUE(early.preliminary);
  EXPECT_EQ(isolate(accession).state, IsolateState::ready);
  EXPECT_FALSE(isolate(accession).answered);
  const auto since = add_days(lab_->clock.today(), -1);
  EXPECT_TRUE(lab_->read()->answers().first_answers(since)->empty());
  const auto shown = workflow::show_answer(lab_->desk(), early.id)->json;
  EXPECT_NE(shown.find(R"("preliminary":true)"), std::string::npos);

  const auto final_one = signed_answer(accession);
  EXPECT_EQ(final_one.version, 2);
  EXPECT_EQ(final_one.predecessor, early.id);
  EXPECT_EQ(isolate(accession).state, IsolateState::answered);
  EXPECT_EQ(isolate(accession).answered, lab_->clock.today());
  EXPECT_EQ(lab_->read()->answers().first_answers(since)->size(), 1u);
  const auto json = workflow::show_answer(lab_->desk(), final_one.id)->json;
  EXPECT_NE(json.find(R"("preliminary":false)"), std::string::npos);
  EXPECT_NE(json.find(R"("follows_preliminary":true)"), std::string::npos);
  EXPECT_EQ(lab_->verify()->answers, 2);

  const auto back = workflow::draft_answer(lab_->desk(), accession, {Language::nb, "new", true},
                                           lab_->person("kari"));
  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().message, "answer.why.final_exists");
}

TEST_F(MainJob, AnUnsignedAnswerOfTheOtherKindIsADraftAgain) {
  const auto accession = import_and_analyse();
  const auto kari = lab_->person("kari");
  auto answer = *workflow::draft_answer(lab_->desk(), accession, {Language::nb, "", true}, kari);
  ASSERT_TRUE(workflow::validate_answer(lab_->desk(), answer.id, "", kari));
  const auto same = workflow::draft_answer(lab_->desk(), accession, {Language::nb, "", true}, kari);
  ASSERT_FALSE(same);
  EXPECT_EQ(same.error().message, "answer.why.exists");
  const auto turned = workflow::draft_answer(lab_->desk(), accession, {Language::nb}, kari);
  ASSERT_TRUE(turned) << turned.error().text();
  EXPECT_EQ(turned->id, answer.id);
  EXPECT_FALSE(turned->preliminary);
  EXPECT_EQ(turned->state, laboratory::AnswerState::draft) << "it is validated again";
  EXPECT_FALSE(turned->validated);
}

TEST_F(MainJob, NobodyApprovesWhatHeOrSheEntered) {
  ASSERT_TRUE(lab_->import(folder_ / "in", Mode::store, "kari"));
  ASSERT_TRUE(workflow::run_pending_jobs(lab_->services(), lab_->examiner()));
  const auto accession = lab_->read()->isolates().list({})->isolates.front().accession;
  const auto draft =
      workflow::draft_answer(lab_->desk(), accession, {Language::nb}, lab_->person("kari"));
  ASSERT_TRUE(draft);
  const auto refused = workflow::validate_answer(lab_->desk(), draft->id, "", lab_->person("kari"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "answer.why.entered_results");
}

TEST_F(MainJob, AnAnswerNamesThoseWhoEnteredWhatItRestsOnAndNoOthers) {
  const auto accession = import_and_analyse();
  auto draft =
      *workflow::draft_answer(lab_->desk(), accession, {Language::nb}, lab_->person("ola"));
  send_ciprofloxacin("kari");
  EXPECT_EQ(workflow::show_answer(lab_->desk(), draft.id)->json.find("Kari"), std::string::npos);
}

TEST_F(MainJob, ThoseWhoSawAnOlderAnswerAreTold) {
  const auto accession = import_and_analyse();
  const auto draft =
      *workflow::draft_answer(lab_->desk(), accession, {Language::nb}, lab_->person("kari"));
  const auto stale =
      workflow::validate_answer(lab_->desk(), draft.id, "", lab_->person("kari"), 99);
  EXPECT_EQ(stale.error().message, "answer.why.stale");
  EXPECT_TRUE(workflow::validate_answer(lab_->desk(), draft.id, "", lab_->person("kari"), 1));
  EXPECT_EQ(
      workflow::approve_answer(lab_->desk(), draft.id, "", lab_->person("ola"), 1).error().code,
      ErrorCode::conflict);
}

TEST_F(MainJob, ARemarkHoldsNoIdentityNumber) {
  const auto accession = import_and_analyse();
  const auto draft =
      *workflow::draft_answer(lab_->desk(), accession, {Language::nb}, lab_->person("kari"));
  EXPECT_EQ(
      workflow::validate_answer(lab_->desk(), draft.id, "jf. 13097248022", lab_->person("kari"))
          .error()
          .code,
      ErrorCode::bad_input);
}

TEST_F(MainJob, AnAnalysisThatCannotBeDoneIsSaidToHaveFailed) {
  lab_->genome = bad_input("has no contigs", "L-1.fna");
  const auto accession = import_and_analyse();
  EXPECT_EQ(isolate(accession).state, IsolateState::failed);
  const auto job = **lab_->read()->jobs().newest_of(isolate(accession).id);
  EXPECT_EQ(job.state, laboratory::JobState::failed);
  EXPECT_EQ(job.failures, 1) << "what is wrong with the file stays wrong";
  EXPECT_EQ(job.message, "L-1.fna: has no contigs");
  EXPECT_EQ(workflow::draft_answer(lab_->desk(), accession, {Language::nb}, lab_->person("kari"))
                .error()
                .message,
            "answer.why.not_explained");
}

TEST_F(MainJob, APassingFailureIsTriedThreeTimes) {
  lab_->genome = environment_error("no reference set");
  const auto accession = import_one();
  EXPECT_EQ(*workflow::run_pending_jobs(lab_->services(), lab_->examiner()), 3);
  EXPECT_EQ(isolate(accession).state, IsolateState::failed);
  lab_->genome = kpc_genome();
  ASSERT_TRUE(workflow::request_analysis(lab_->services(), accession, "kari"));
  EXPECT_EQ(*workflow::run_pending_jobs(lab_->services(), lab_->examiner()), 1);
  EXPECT_EQ(isolate(accession).state, IsolateState::ready);
}

TEST_F(MainJob, ARefusedReferralLeavesNothingBehind) {
  const auto before = contents();
  const auto refused = [&](const std::string& file, std::string_view content) {
    const auto good = *read_file(folder_ / "in" / file);
    ASSERT_TRUE(write_file_atomic(folder_ / "in" / file, content));
    const auto result = lab_->import(folder_ / "in");
    ASSERT_FALSE(result) << content;
    EXPECT_NE(result.error().text().find(file), std::string::npos) << result.error().text();
    EXPECT_EQ(contents(), before) << content;
    ASSERT_TRUE(write_file_atomic(folder_ / "in" / file, good));
  };
  write_referrals(folder_ / "in", "L", 3);
  refused("L-2.fna", "");
  refused("L-2.fna",
          ">p\nMKLVVVGAGGVGKSALTIQLIQNHFVDEYDPTIEDSYRKQVVIDGETCLLDILDTAGQEEYSAMRDQYMR\n");
  refused("L-2.fna", std::string_view("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b", 11));
  refused("L-2.fna", std::string_view("\x00\x01\x02\xff junk", 9));
  const std::string head = "isolate\torganism\tagent\tmethod\tsign\tvalue\tunit\n";
  for (const auto* row : {"meropenum\tbmd\t=\t8\tmg/L", "meropenem\tbmd\t!\t8\tmg/L",
                          "meropenem\tbmd\t=\t8\tug/L", "meropenem\tpcr\t=\t8\tmg/L"})
    refused("susceptibility.tsv", head + "L-2\tKlebsiella pneumoniae\t" + row + "\n");
  refused("susceptibility.tsv", "isolate\torganism\tdrug\nL-2\tK. pneumoniae\tx\n");
  refused("referral.tsv", "laboratory\tsender\n1\t2\n");
  EXPECT_EQ(lab_->import(folder_ / "in")->size(), 3u);
}

}  // namespace
}  // namespace kres::testing
