// The main job: from referral to signed answer, and everything that must not happen on the way.
#include "susceptibility/interpretation_json.h"
#include "tests/scenario/laboratory/main_job_fixture.h"
#include "workflow/isolate_status.h"

namespace kres::testing {
namespace {

using laboratory::AnswerState;
using laboratory::IsolateState;
using workflow::Mode;
using workflow::Outcome;

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
  EXPECT_EQ(isolate(accession).state, IsolateState::analysing) << "its measurements are explained";
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
