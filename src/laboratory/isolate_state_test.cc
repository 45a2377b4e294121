// The states of an isolate on the work list.
#include "laboratory/isolate_state.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

NextStep step(IsolateState state, Basis basis = Basis::current) {
  return next_step({.state = state, .has_genome = true, .has_measurements = true, .basis = basis});
}

TEST(IsolateState, FollowsTheWorkFromReceiptToAnswer) {
  IsolateFacts facts{.has_genome = true};
  EXPECT_EQ(state_of(facts), IsolateState::received);
  facts.analysis_job = JobState::queued;
  EXPECT_EQ(state_of(facts), IsolateState::analysing);
  facts.analysis_job = JobState::done;
  facts.has_explanation = facts.genome_explained = true;
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
  IsolateFacts earlier{.has_genome = true,
                       .has_explanation = true,
                       .genome_explained = true,
                       .analysis_job = JobState::failed};
  EXPECT_EQ(state_of(earlier), IsolateState::ready);
  earlier.genome_explained = false;
  EXPECT_EQ(state_of(earlier), IsolateState::failed) << "of the genome nothing stands";
}

TEST(IsolateState, WhatIsExplainedWithoutAGenomeStillWaitsForOne) {
  IsolateFacts facts{.has_results = true, .has_explanation = true, .analysis_job = JobState::done};
  EXPECT_EQ(state_of(facts), IsolateState::awaiting_genome);
  facts.analysis_job = JobState::failed;
  EXPECT_EQ(state_of(facts), IsolateState::awaiting_genome) << "the earlier explanation stands";
  facts.answer = AnswerState::draft;
  EXPECT_EQ(state_of(facts), IsolateState::draft);
  const auto awaiting = IsolateState::awaiting_genome;
  EXPECT_EQ(next_step({.state = awaiting}), NextStep::measure) << "tests alone are no antibiogram";
  EXPECT_EQ(next_step({.state = awaiting, .has_measurements = true}), NextStep::attach_genome);
  EXPECT_EQ(step(awaiting), NextStep::analyse) << "its analysis was cancelled";
}

TEST(IsolateState, AnAnsweredIsolateStaysAnsweredWhileItIsAnalysedAgain) {
  EXPECT_EQ(state_of({.has_genome = true,
                      .has_explanation = true,
                      .analysis_job = JobState::running,
                      .answer = AnswerState::signed_}),
            IsolateState::answered);
}

TEST(IsolateState, AnAnswerWithNewerResultsIsNotDoneWith) {
  EXPECT_EQ(step(IsolateState::answered, Basis::analysing), NextStep::wait);
  EXPECT_EQ(step(IsolateState::answered, Basis::unanalysed), NextStep::analyse);
  EXPECT_EQ(step(IsolateState::answered, Basis::outdated), NextStep::validate);
  EXPECT_EQ(step(IsolateState::validated, Basis::outdated), NextStep::validate);
}

TEST(IsolateState, TheNextStepIsTheLaboratorysOwn) {
  EXPECT_EQ(step(IsolateState::expected), NextStep::receive);
  EXPECT_EQ(step(IsolateState::received), NextStep::analyse);
  EXPECT_EQ(step(IsolateState::analysing), NextStep::wait);
  EXPECT_EQ(step(IsolateState::ready), NextStep::validate);
  EXPECT_EQ(step(IsolateState::draft), NextStep::validate);
  EXPECT_EQ(step(IsolateState::validated), NextStep::approve);
  EXPECT_EQ(step(IsolateState::failed), NextStep::analyse);
  EXPECT_EQ(step(IsolateState::answered), NextStep::none);
}

TEST(IsolateState, ATubeThatIsHereIsMeasuredBeforeItNeedsAGenome) {
  const auto received = IsolateState::received;
  EXPECT_EQ(next_step({.state = received}), NextStep::measure);
  EXPECT_EQ(next_step({.state = received, .has_measurements = true}), NextStep::attach_genome);
  EXPECT_EQ(next_step({.state = received, .sample = SampleState::none}), NextStep::attach_genome)
      << "of data alone nothing is measured";
}

TEST(IsolateState, TheSendersMeasurementsDoNotBringTheTube) {
  IsolateFacts facts{.awaits_sample = true, .has_results = true, .analysis_job = JobState::queued};
  EXPECT_EQ(state_of(facts), IsolateState::expected);
  facts.analysis_job = JobState::done;
  facts.has_explanation = true;
  EXPECT_EQ(state_of(facts), IsolateState::expected);
}

TEST(IsolateState, NothingIsHereUntilATubeOrDataHaveCome) {
  EXPECT_EQ(state_of({.awaits_sample = true}), IsolateState::expected);
  EXPECT_EQ(state_of({.awaits_sample = true, .has_genome = true}), IsolateState::received);
  EXPECT_EQ(state_of({.awaits_sample = true, .has_genome = true, .analysis_job = JobState::queued}),
            IsolateState::analysing);
}

}  // namespace
}  // namespace kres::laboratory
