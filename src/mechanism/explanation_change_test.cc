// What counts as another answer, and what does not.
#include "mechanism/explanation_change.h"

#include <gtest/gtest.h>

namespace kres::mechanism {
namespace {

AgentExplanation agent(const std::string& name, Fit fit, const std::string& sentence) {
  AgentExplanation one;
  one.agent = name;
  one.fit = fit;
  one.sentence = {sentence, sentence};
  return one;
}

Explanation kpc() {
  Explanation explanation;
  explanation.organism = "Klebsiella pneumoniae";
  explanation.verdict = {"CPO med blaKPC-2", "CPO with blaKPC-2"};
  explanation.key_findings = {"blaKPC-2"};
  explanation.agents = {agent("meropenem", Fit::agree, "explained by blaKPC-2"),
                        agent("colistin", Fit::agree, "wild type")};
  explanation.cases = {{.definition = "CPO", .status = CaseStatus::met}};
  return explanation;
}

TEST(ExplanationChange, TheSameExplanationChangesNothing) {
  EXPECT_FALSE(explanation_change(kpc(), kpc()).any());
}

TEST(ExplanationChange, WordsVersionsAndWorkUpAreNoChange) {
  auto after = kpc();
  after.rule_version = "kres-rules 2027.1";
  after.genome_reference = "another";
  after.agents[0].sentence = {"andre ord", "other words"};
  after.agents[0].evidence.push_back({.kind = "determinant", .symbol = "blaKPC-2"});
  after.work_up.push_back({.code = "repeat_bmd"});
  EXPECT_FALSE(explanation_change(kpc(), after).any());
}

TEST(ExplanationChange, ANewFindingAndALostOneAreNamed) {
  auto after = kpc();
  after.key_findings = {"blaKPC-3"};
  const auto change = explanation_change(kpc(), after);
  EXPECT_EQ(change.found, std::vector<std::string>{"blaKPC-3"});
  EXPECT_EQ(change.lost, std::vector<std::string>{"blaKPC-2"});
  EXPECT_TRUE(change.any());
}

TEST(ExplanationChange, AnAgentOfAnotherFitPredictionOrCategoryHasBothSentences) {
  auto fit = kpc();
  fit.agents[1] = agent("colistin", Fit::unexplained, "not explained");
  auto predicted = kpc();
  predicted.agents[1].predicted = genome::Prediction::non_wild_type;
  auto category = kpc();
  category.agents[1].measured.resize(1);
  for (const auto& after : {fit, predicted, category}) {
    const auto change = explanation_change(kpc(), after);
    ASSERT_EQ(change.agents.size(), 1u);
    EXPECT_EQ(change.agents[0].agent, "colistin");
    EXPECT_EQ(change.agents[0].before.en, "wild type");
    EXPECT_EQ(change.agents[0].after.en, after.agents[1].sentence.en);
  }
}

TEST(ExplanationChange, AnAgentThatComesOrGoesIsAChange) {
  auto after = kpc();
  after.agents[1] = agent("linezolid", Fit::agree, "new");
  const auto change = explanation_change(kpc(), after);
  ASSERT_EQ(change.agents.size(), 2u);
  EXPECT_EQ(change.agents[0].agent, "colistin");
  EXPECT_EQ(change.agents[0].after.en, "");
  EXPECT_EQ(change.agents[1].agent, "linezolid");
  EXPECT_EQ(change.agents[1].before.en, "");
}

TEST(ExplanationChange, ACaseThatIsNotMetAnyMoreAndANewOneAreChanges) {
  auto after = kpc();
  after.cases = {{.definition = "ColR", .status = CaseStatus::undecided},
                 {.definition = "VRE", .status = CaseStatus::not_met}};
  const auto change = explanation_change(kpc(), after);
  ASSERT_EQ(change.cases.size(), 2u) << "VRE was not met and is not met";
  EXPECT_EQ(change.cases[0].definition, "CPO");
  EXPECT_EQ(change.cases[0].after, CaseStatus::not_met);
  EXPECT_EQ(change.cases[1].definition, "ColR");
  EXPECT_EQ(change.cases[1].after, CaseStatus::undecided);
}

TEST(ExplanationChange, AnotherSpeciesOrHeadlineIsAChange) {
  auto species = kpc();
  species.organism = "Klebsiella variicola";
  EXPECT_TRUE(explanation_change(kpc(), species).organism);
  auto headline = kpc();
  headline.verdict.nb = "CPO";
  EXPECT_TRUE(explanation_change(kpc(), headline).verdict);
}

}  // namespace
}  // namespace kres::mechanism
