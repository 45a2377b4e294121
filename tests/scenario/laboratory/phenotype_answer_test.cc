// Answers before there is a genome: from measurements and confirmatory tests, with the genome to
// come.
#include "mechanism/explanation_json.h"
#include "tests/scenario/laboratory/main_job_fixture.h"
#include "workflow/renewal.h"
#include "workflow/test_results.h"

namespace kres::testing {
namespace {

using laboratory::Basis;
using laboratory::IsolateState;
using laboratory::NextStep;

// A referral of which the tube has come and the genome has not.
class BeforeTheGenome : public MainJob {
 protected:
  void SetUp() override {
    MainJob::SetUp();
    std::filesystem::rename(folder_ / "in" / "referral.tsv", folder_ / "with_genome.tsv");
    ASSERT_TRUE(write_file_atomic(folder_ / "in" / "referral.tsv",
                                  "laboratory\tsender_id\tsuspected_group\treceived\torganism\n"
                                  "UNN\tL-1\tCPO\t2026-11-18\tKlebsiella pneumoniae\n"));
    ASSERT_TRUE(
        write_file_atomic(folder_ / "in" / "susceptibility.tsv",
                          "isolate\torganism\tagent\tmethod\tsign\tvalue\n"
                          "L-1\tKlebsiella pneumoniae\tmeropenem\tbroth_microdilution\t=\t32\n"));
    accession_ = import_one();
    run_jobs(1);
  }
  void run_jobs(int expected) {
    const auto runs = workflow::run_pending_jobs(lab_->services(), lab_->examiner());
    ASSERT_TRUE(runs) << runs.error().text();
    EXPECT_EQ(*runs, expected);
  }
  void enter_kpc() {
    const auto entered =
        workflow::enter_test(lab_->services(), lab_->examiner().knowledge.tests, accession_,
                             {.test = "ict", .outcomes = {"kpc"}, .comment = {}}, "bente");
    ASSERT_TRUE(entered) << entered.error().text();
    run_jobs(1);
  }
  void send_the_genome() {
    std::filesystem::rename(folder_ / "with_genome.tsv", folder_ / "in" / "referral.tsv");
    ASSERT_EQ(lab_->import(folder_ / "in")->front().outcome, workflow::Outcome::extended);
  }
  mechanism::Explanation explanation() {
    const auto record = lab_->read()->explanations().find(isolate().current_explanation);
    return *mechanism::explanation_from_json(record->value().document, "stored");
  }
  laboratory::Isolate isolate() { return MainJob::isolate(accession_); }
  NextStep next_step() {
    auto work = lab_->read();
    auto standings = *work->isolates().standings({isolate()});
    return laboratory::next_step(isolate(), standings[isolate().id]);
  }
  laboratory::Answer preliminary() {
    return signed_answer(accession_, {.language = Language::nb, .reason = {}, .preliminary = true});
  }
  Result<laboratory::Answer> draft(const workflow::DraftWish& wish) {
    return workflow::draft_answer(lab_->desk(), accession_, wish, lab_->person("kari"));
  }
  void expect_whole_registry(int answers) {
    const auto verified = lab_->verify();
    ASSERT_TRUE(verified) << verified.error().text();
    EXPECT_EQ(verified->answers, answers);
  }

  std::string accession_;
};

TEST_F(BeforeTheGenome, MeasurementsAndTestsAreExplainedEachTimeOneComes) {
  EXPECT_EQ(isolate().state, IsolateState::awaiting_genome);
  EXPECT_FALSE(isolate().current_analysis);
  ASSERT_TRUE(isolate().current_explanation);
  ASSERT_EQ(explanation().agents.size(), 1u);
  EXPECT_EQ(explanation().agents[0].fit_reason, "no_genome");
  EXPECT_EQ(explanation().cases[0].status, mechanism::CaseStatus::undecided);
  const auto first = isolate().current_explanation;

  enter_kpc();
  EXPECT_EQ(lab_->read()->explanations().find(isolate().current_explanation)->value().predecessor,
            first);
  EXPECT_EQ(explanation().cases[0].status, mechanism::CaseStatus::met);
  EXPECT_EQ(explanation().cases[0].ground, "test");
  EXPECT_EQ(isolate().summary.case_definitions, std::vector<std::string>{"CPO"});
  EXPECT_EQ(isolate().summary.species, "Klebsiella pneumoniae");
  EXPECT_EQ(isolate().summary.st, "");
  EXPECT_EQ(next_step(), NextStep::attach_genome);
  expect_whole_registry(0);
}

TEST_F(BeforeTheGenome, APreliminaryAnswerSaysThatNoGenomeWasReadAndClaimsNothingOfIt) {
  enter_kpc();
  const auto answer = preliminary();
  EXPECT_FALSE(answer.analysis);
  EXPECT_EQ(isolate().state, IsolateState::awaiting_genome) << "a final answer is due";
  EXPECT_FALSE(isolate().answered);
  const auto json = workflow::show_answer(lab_->desk(), answer.id)->json;
  for (const auto* part : {R"("genome":null)", "Det er ikke lest noe genom", R"("test":"ict")",
                           R"("preliminary":true)", R"("negatives":[])", R"("findings":[])"})
    EXPECT_NE(json.find(part), std::string::npos) << part;
  for (const auto* claim : {"genome_analysis", R"("key":"reference")", "blaKPC"})
    EXPECT_EQ(json.find(claim), std::string::npos) << claim;
  expect_whole_registry(1);
}

TEST_F(BeforeTheGenome, WhoeverEnteredTheTestIsNamedAndCannotApprove) {
  enter_kpc();
  const auto answer = draft({.language = Language::nb, .reason = {}, .preliminary = true});
  ASSERT_TRUE(answer) << answer.error().text();
  const laboratory::Person bente{
      .username = "bente", .name = "Bente", .roles = {laboratory::Role::bioengineer}};
  EXPECT_EQ(workflow::validate_answer(lab_->desk(), answer->id, "", bente).error().message,
            "answer.why.entered_results");
}

TEST_F(BeforeTheGenome, AFinalAnswerNeedsAWrittenReasonWhichItShows) {
  const auto refused = draft({.language = Language::nb, .reason = {}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "answer.why.no_genome");
  EXPECT_EQ(draft({.language = Language::nb, .reason = {}, .without_genome = "  "}).error().message,
            "answer.why.no_genome");
  const workflow::DraftWish wish{.language = Language::nb,
                                 .reason = {},
                                 .without_genome = "Innsenderen ber ikke om sekvensering."};
  const auto answer = signed_answer(accession_, wish);
  EXPECT_EQ(isolate().state, IsolateState::answered);
  EXPECT_TRUE(isolate().answered);
  EXPECT_EQ(lab_->read()->answers().find(answer.id)->value().without_genome, wish.without_genome);
  const auto json = workflow::show_answer(lab_->desk(), answer.id)->json;
  EXPECT_NE(json.find("Innsenderen ber ikke om sekvensering."), std::string::npos);
  expect_whole_registry(1);
}

TEST_F(BeforeTheGenome, APreliminaryAnswerOrOneWithAGenomeTakesNoSuchReason) {
  workflow::DraftWish wish{
      .language = Language::nb, .reason = {}, .preliminary = true, .without_genome = "x"};
  EXPECT_EQ(draft(wish).error().code, ErrorCode::bad_input);
  send_the_genome();
  run_jobs(1);
  wish.preliminary = false;
  EXPECT_EQ(draft(wish).error().code, ErrorCode::bad_input);
}

TEST_F(BeforeTheGenome, TheGenomeIsAnsweredByAFinalVersionThatNamesThePreliminaryOne) {
  enter_kpc();
  const auto early = preliminary();
  const auto bytes = workflow::show_answer(lab_->desk(), early.id)->pdf;
  send_the_genome();
  EXPECT_EQ(isolate().state, IsolateState::analysing);
  run_jobs(1);
  EXPECT_EQ(isolate().state, IsolateState::ready);
  EXPECT_EQ(next_step(), NextStep::validate);
  EXPECT_EQ(isolate().summary.key_findings, std::vector<std::string>{"blaKPC-2"});
  const auto final_one = signed_answer(accession_);
  EXPECT_TRUE(final_one.analysis);
  EXPECT_EQ(final_one.predecessor, early.id);
  EXPECT_EQ(workflow::show_answer(lab_->desk(), early.id)->pdf, bytes) << "it stands as it was";
  const auto json = workflow::show_answer(lab_->desk(), final_one.id)->json;
  EXPECT_NE(json.find(workflow::answer_number(accession_, 1)), std::string::npos);
  EXPECT_NE(json.find("blaKPC-2"), std::string::npos);
  EXPECT_EQ(json.find("Det er ikke lest noe genom"), std::string::npos);
  expect_whole_registry(2);
}

TEST_F(BeforeTheGenome, AFinalAnswerWithoutAGenomeComesBackToTheWorkListWhenOneArrives) {
  const auto first = signed_answer(
      accession_, {.language = Language::nb, .reason = {}, .without_genome = "Ikke bestilt."});
  const auto answered = isolate().answered;
  send_the_genome();
  run_jobs(1);
  EXPECT_EQ(isolate().state, IsolateState::ready);
  EXPECT_EQ(isolate().answered, answered) << "the clock is not started again";
  EXPECT_EQ(next_step(), NextStep::validate);
  const auto page = *lab_->read()->isolates().list({.state = IsolateState::ready});
  EXPECT_EQ(page.isolates.size(), 1u);
  EXPECT_EQ(lab_->read()->isolates().counts(Date{2027, 1, 1})->overdue, 0);
  EXPECT_EQ(draft({.language = Language::nb, .reason = {}}).error().message,
            "answer.why.reason_missing");
  const auto amended = signed_answer(accession_, "Genomet er kommet.");
  EXPECT_EQ(amended.predecessor, first.id);
  EXPECT_EQ(isolate().state, IsolateState::answered);
  expect_whole_registry(2);
}

TEST_F(BeforeTheGenome, AnswersThatWouldChangeAreListedAlthoughTheyHadNoGenome) {
  enter_kpc();
  const auto early = preliminary();
  send_the_genome();
  run_jobs(1);
  auto work = lab_->read();
  const auto page = workflow::renewed_answers(*work, {}, 10);
  ASSERT_TRUE(page) << page.error().text();
  ASSERT_EQ(page->changed.size(), 1u);
  EXPECT_EQ(page->changed[0].answer.id, early.id);
  EXPECT_FALSE(page->changed[0].before);
  EXPECT_EQ(page->changed[0].after->reference_digest, std::string(64, 'd'));
}

TEST_F(BeforeTheGenome, ANewReferenceSetLeavesItAlone) {
  const auto renewal =
      workflow::renew_analyses(lab_->services(), std::string(64, 'e'), "kari", 100);
  ASSERT_TRUE(renewal) << renewal.error().text();
  EXPECT_EQ(renewal->queued, 0);
  EXPECT_EQ(renewal->left, 0);
}

TEST_F(BeforeTheGenome, ATestThatIsWithdrawnLeavesNothingToAnswer) {
  std::filesystem::remove(folder_ / "in" / "susceptibility.tsv");
  ASSERT_TRUE(write_file_atomic(folder_ / "in" / "referral.tsv",
                                "laboratory\tsender_id\tsuspected_group\treceived\n"
                                "UNN\tL-2\tCPO\t2026-11-18\n"));
  accession_ = import_one();
  EXPECT_EQ(isolate().state, IsolateState::received);
  EXPECT_EQ(workflow::request_analysis(lab_->services(), accession_, "kari").error().code,
            ErrorCode::conflict)
      << "there is nothing to explain";
  enter_kpc();
  EXPECT_EQ(isolate().state, IsolateState::awaiting_genome);
  EXPECT_EQ(next_step(), NextStep::measure);
  const auto stands = lab_->read()->test_results().current_of(isolate().id)->front().id;
  const auto withdrawn = workflow::enter_test(
      lab_->services(), lab_->examiner().knowledge.tests, accession_,
      {.test = "ict", .outcomes = {}, .comment = "another tube", .replaces = stands}, "bente");
  ASSERT_TRUE(withdrawn) << withdrawn.error().text();
  run_jobs(1);
  EXPECT_EQ(isolate().state, IsolateState::received);
  EXPECT_EQ(draft({.language = Language::nb, .reason = {}, .preliminary = true}).error().message,
            "answer.why.not_explained");
  expect_whole_registry(0);
}

TEST_F(BeforeTheGenome, AGenomeThatCannotBeReadIsSaidToHaveFailed) {
  lab_->genome = bad_input("has no contigs", "L-1.fna");
  send_the_genome();
  run_jobs(1);
  EXPECT_EQ(isolate().state, IsolateState::failed);
  EXPECT_EQ(next_step(), NextStep::analyse);
  EXPECT_TRUE(isolate().current_explanation) << "what was explained from the phenotype stands";
}

}  // namespace
}  // namespace kres::testing
