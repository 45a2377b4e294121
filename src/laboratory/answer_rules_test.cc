// The two-person rule.
#include "laboratory/answer_rules.h"

#include <gtest/gtest.h>

namespace kres::laboratory {
namespace {

Person person(std::string username, std::vector<Role> roles) {
  return {.id = {1}, .username = username, .name = username, .roles = std::move(roles)};
}
const Person kKari = person("kari", {Role::bioengineer});
const Person kOla = person("ola", {Role::microbiologist});
const Person kBoth = person("both", {Role::bioengineer, Role::microbiologist});
const Person kAdmin = person("admin", {Role::administrator});

AnswerSituation situation(std::optional<AnswerState> state) {
  AnswerSituation s{
      .explained = true, .basis = Basis::current, .newest = {}, .entered_by = {"system"}};
  if (!state) return s;
  s.newest = Answer{.state = *state};
  if (*state != AnswerState::draft) s.newest->validated = Step{.person = "both"};
  return s;
}

std::string refusal(const Result<void>& result) { return result ? "" : result.error().message; }

TEST(AnswerRules, ABioengineerValidatesAndAMicrobiologistApproves) {
  EXPECT_TRUE(may_draft(situation({}), kKari));
  EXPECT_TRUE(may_validate(situation(AnswerState::draft), kKari));
  EXPECT_TRUE(may_approve(situation(AnswerState::validated), kOla));
  EXPECT_EQ(refusal(may_validate(situation(AnswerState::draft), kOla)), "answer.why.role");
  EXPECT_EQ(refusal(may_approve(situation(AnswerState::validated), kKari)), "answer.why.role");
  EXPECT_EQ(refusal(may_draft(situation({}), kAdmin)), "answer.why.role");
}

TEST(AnswerRules, OnlyAFinalAnswerWithoutAGenomeSaysWhyItWaitsForNone) {
  auto without = situation({});
  EXPECT_EQ(refusal(check_without_genome(without, false, "")), "answer.why.no_genome");
  EXPECT_TRUE(check_without_genome(without, false, "not asked for"));
  EXPECT_TRUE(check_without_genome(without, true, ""));
  EXPECT_FALSE(check_without_genome(without, true, "not asked for"));
  without.genome_read = true;
  EXPECT_TRUE(check_without_genome(without, false, ""));
  EXPECT_FALSE(check_without_genome(without, false, "not asked for"));
}

TEST(AnswerRules, WhatNobodyHasHadInHandGetsNoFinalAnswer) {
  auto awaited = situation({});
  awaited.tube_awaited = true;
  EXPECT_EQ(refusal(check_without_genome(awaited, false, "none comes")), "answer.why.no_sample");
  EXPECT_TRUE(check_without_genome(awaited, true, ""));
  auto draft = situation(AnswerState::draft);
  draft.tube_awaited = true;
  EXPECT_EQ(refusal(may_validate(draft, kKari)), "answer.why.no_sample");
  draft.newest->preliminary = true;
  EXPECT_TRUE(may_validate(draft, kKari));
  auto validated = situation(AnswerState::validated);
  validated.tube_awaited = true;
  EXPECT_EQ(refusal(may_approve(validated, kOla)), "answer.why.no_sample") << "its scan was undone";
}

TEST(AnswerRules, AGenomeThatIsHereIsReadBeforeAFinalAnswer) {
  auto unread = situation({});
  unread.genome_unread = true;
  EXPECT_EQ(refusal(check_without_genome(unread, false, "none comes")), "answer.why.outdated");
  EXPECT_TRUE(check_without_genome(unread, true, ""));
}

TEST(AnswerRules, ThePersonWhoValidatedCannotApprove) {
  EXPECT_EQ(refusal(may_approve(situation(AnswerState::validated), kBoth)),
            "answer.why.same_person");
}

TEST(AnswerRules, NobodyApprovesWhatHeOrSheEntered) {
  auto draft = situation(AnswerState::draft);
  draft.entered_by.push_back("kari");
  EXPECT_EQ(refusal(may_validate(draft, kKari)), "answer.why.entered_results");
  auto validated = situation(AnswerState::validated);
  validated.entered_by.push_back("ola");
  EXPECT_EQ(refusal(may_approve(validated, kOla)), "answer.why.entered_results");
}

TEST(AnswerRules, WhatWasValidatedByOneWhoEnteredItIsNotApproved) {
  auto validated = situation(AnswerState::validated);
  validated.entered_by.push_back("both");
  EXPECT_EQ(refusal(may_approve(validated, kOla)), "answer.why.validator_entered");
}

TEST(AnswerRules, NothingIsValidatedOrApprovedButOnTheCurrentResults) {
  for (const auto basis : {Basis::outdated, Basis::analysing, Basis::unanalysed}) {
    auto draft = situation(AnswerState::draft);
    draft.basis = basis;
    EXPECT_EQ(refusal(may_validate(draft, kKari)), "answer.why.outdated");
    auto validated = situation(AnswerState::validated);
    validated.basis = basis;
    EXPECT_EQ(refusal(may_approve(validated, kOla)), "answer.why.outdated");
  }
}

TEST(AnswerRules, ASignedPreliminaryAnswerIsFollowedAndNotAmended) {
  auto preliminary = situation(AnswerState::signed_);
  EXPECT_EQ(refusal(may_draft(preliminary, kKari)), "answer.why.exists");
  EXPECT_EQ(refusal(may_amend(preliminary, kKari)), "");
  preliminary.newest->preliminary = true;
  EXPECT_EQ(refusal(may_draft(preliminary, kKari)), "");
  EXPECT_EQ(refusal(may_amend(preliminary, kKari)), "answer.why.not_signed");
  preliminary.basis = Basis::analysing;
  EXPECT_EQ(refusal(may_draft(preliminary, kKari)), "answer.why.outdated");
}

TEST(AnswerRules, OnlyAnUnsignedAnswerBeforeAFinalOneChangesItsKind) {
  for (const auto state : {AnswerState::draft, AnswerState::validated}) {
    auto unsigned_ = situation(state);
    EXPECT_EQ(refusal(may_change_kind(unsigned_, kKari)), "");
    EXPECT_EQ(refusal(may_change_kind(unsigned_, kAdmin)), "answer.why.role");
    unsigned_.final_signed = true;
    EXPECT_EQ(refusal(may_change_kind(unsigned_, kKari)), "answer.why.final_exists");
  }
  EXPECT_EQ(refusal(may_change_kind(situation({}), kKari)), "answer.why.not_draft");
  EXPECT_EQ(refusal(may_change_kind(situation(AnswerState::signed_), kKari)),
            "answer.why.not_draft");
}

TEST(AnswerRules, AnOutdatedAnswerIsDraftedAgainUnlessItIsSigned) {
  for (const auto state : {AnswerState::draft, AnswerState::validated, AnswerState::signed_}) {
    auto outdated = situation(state);
    outdated.basis = Basis::outdated;
    const bool is_signed = state == AnswerState::signed_;
    EXPECT_EQ(refusal(may_draft(outdated, kKari)), is_signed ? "answer.why.exists" : "");
    EXPECT_EQ(may_amend(outdated, kKari).has_value(), is_signed);
  }
}

TEST(AnswerRules, NothingIsDraftedOrAmendedWhileResultsAreWaitedFor) {
  for (const auto basis : {Basis::analysing, Basis::unanalysed}) {
    auto first = situation({});
    first.basis = basis;
    EXPECT_EQ(refusal(may_draft(first, kKari)), "answer.why.outdated");
    auto answered = situation(AnswerState::signed_);
    answered.basis = basis;
    EXPECT_EQ(refusal(may_amend(answered, kKari)), "answer.why.outdated");
  }
}

TEST(AnswerRules, NothingIsDraftedWithoutAnExplanation) {
  EXPECT_EQ(refusal(may_draft({}, kKari)), "answer.why.not_explained");
}

TEST(AnswerRules, StepsCannotBeSkippedOrRepeated) {
  EXPECT_EQ(refusal(may_approve(situation(AnswerState::draft), kOla)), "answer.why.not_validated");
  EXPECT_EQ(refusal(may_validate(situation(AnswerState::validated), kKari)),
            "answer.why.not_draft");
  EXPECT_EQ(refusal(may_draft(situation(AnswerState::draft), kKari)), "answer.why.exists");
  EXPECT_EQ(refusal(may_amend(situation(AnswerState::draft), kKari)), "answer.why.not_signed");
  EXPECT_TRUE(may_amend(situation(AnswerState::signed_), kKari));
}

TEST(AnswerRules, SomeoneWhoLeftDoesNothing) {
  auto gone = kKari;
  gone.active = false;
  EXPECT_FALSE(may_draft(situation({}), gone));
  EXPECT_FALSE(may_validate(situation(AnswerState::draft), gone));
}

}  // namespace
}  // namespace kres::laboratory
