// Answers of the main job: who may take which step, what makes one outdated, and its versions.
#include "tests/scenario/laboratory/main_job_fixture.h"
#include "workflow/isolate_status.h"
#include "workflow/test_results.h"

namespace kres::testing {
namespace {

using laboratory::IsolateState;
using workflow::Mode;

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

}  // namespace
}  // namespace kres::testing
