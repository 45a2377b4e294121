// The states of an isolate on the work list.
#include "laboratory/isolate_state.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

TEST(IsolateState, FollowsTheWorkFromReceiptToAnswer) {
  IsolateFacts facts{.has_genome = true};
  EXPECT_EQ(state_of(facts), IsolateState::received);
  facts.analysis_job = JobState::queued;
  EXPECT_EQ(state_of(facts), IsolateState::analysing);
  facts.analysis_job = JobState::done;
  facts.has_explanation = true;
  EXPECT_EQ(state_of(facts), IsolateState::ready);
  facts.answer = AnswerState::draft;
  EXPECT_EQ(state_of(facts), IsolateState::draft);
  facts.answer = AnswerState::validated;
  EXPECT_EQ(state_of(facts), IsolateState::validated);
  facts.answer = AnswerState::signed_;
  EXPECT_EQ(state_of(facts), IsolateState::answered);
}

TEST(IsolateState, AFailedAnalysisIsShownUnlessAnEarlierOneStands) {
  EXPECT_EQ(state_of({.has_genome = true, .analysis_job = JobState::failed}), IsolateState::failed);
  EXPECT_EQ(
      state_of({.has_genome = true, .has_explanation = true, .analysis_job = JobState::failed}),
      IsolateState::ready);
}

TEST(IsolateState, AnAnsweredIsolateStaysAnsweredWhileItIsAnalysedAgain) {
  EXPECT_EQ(state_of({.has_genome = true,
                      .has_explanation = true,
                      .analysis_job = JobState::running,
                      .answer = AnswerState::signed_}),
            IsolateState::answered);
}

TEST(IsolateState, AnAnswerWithNewerResultsIsNotDoneWith) {
  EXPECT_EQ(next_step(IsolateState::answered, true, Basis::analysing), NextStep::wait);
  EXPECT_EQ(next_step(IsolateState::answered, true, Basis::unanalysed), NextStep::analyse);
  EXPECT_EQ(next_step(IsolateState::answered, true, Basis::outdated), NextStep::validate);
  EXPECT_EQ(next_step(IsolateState::validated, true, Basis::outdated), NextStep::validate);
}

TEST(IsolateState, TheNextStepIsTheLaboratorysOwn) {
  EXPECT_EQ(next_step(IsolateState::received, false), NextStep::wait);
  EXPECT_EQ(next_step(IsolateState::received, true), NextStep::analyse);
  EXPECT_EQ(next_step(IsolateState::analysing, true), NextStep::wait);
  EXPECT_EQ(next_step(IsolateState::ready, true), NextStep::validate);
  EXPECT_EQ(next_step(IsolateState::draft, true), NextStep::validate);
  EXPECT_EQ(next_step(IsolateState::validated, true), NextStep::approve);
  EXPECT_EQ(next_step(IsolateState::failed, true), NextStep::analyse);
  EXPECT_EQ(next_step(IsolateState::answered, true), NextStep::none);
}

}  // namespace
}  // namespace kres::laboratory
