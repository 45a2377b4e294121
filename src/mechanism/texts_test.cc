// The words: every code that the program can say has words in both languages.
#include "mechanism/texts.h"

#include "base/text.h"
#include "mechanism/classify.h"
#include "mechanism/test_knowledge.h"

namespace kres::mechanism {
namespace {

TEST(Texts, PlaceholdersMustAgreeBetweenTheLanguages) {
  Texts texts;
  EXPECT_FALSE(texts.add("key\tnb\ten\nk\ta {x}\ta {y}\n", "t"));
  EXPECT_FALSE(texts.add("key\tnb\ten\nk\ta\t\n", "t"));
  EXPECT_TRUE(texts.add("key\tnb\ten\nk\ta {x}\tb {x}\n", "t"));
  EXPECT_FALSE(texts.add("key\tnb\ten\nk\ta\tb\n", "t")) << "twice";
}

TEST(Texts, AValueThatHoldsBracesIsNotFilledAgain) {
  Texts texts;
  ASSERT_TRUE(texts.add("key\tnb\ten\nk\t{x}!\t{x}?\n", "t"));
  EXPECT_EQ(texts.get("k", {{"x", plain("{x}")}}).nb, "{x}!");
}

TEST(Texts, ListsEndWithAnAnd) {
  const auto& texts = project_knowledge().texts;
  EXPECT_EQ(listed({plain("a"), plain("b"), plain("c")}, texts).nb, "a, b og c");
  EXPECT_EQ(listed({plain("a"), plain("b")}, texts).en, "a and b");
  EXPECT_EQ(listed({plain("a")}, texts).en, "a");
}

constexpr genome::RuleEffect kEffects[] = {
    genome::RuleEffect::contributes, genome::RuleEffect::below_threshold,
    genome::RuleEffect::latent, genome::RuleEffect::non_wild_type};

constexpr std::string_view kHolds[] = {"", "qc_out", "qc_rejected"};

TEST(Texts, EveryJudgementHasASentence) {
  using enum MeasuredState;
  using genome::Prediction;
  for (const auto state :
       {wild_type, non_wild_type, susceptible, compatible, open, wrong_method, expected, no_cut})
    for (const auto predicted : {Prediction::wild_type, Prediction::non_wild_type,
                                 Prediction::uncertain, Prediction::no_rule})
      for (unsigned bits = 0; bits < 3U << 17U; ++bits) {
        AgentFacts facts;
        facts.measured.state = state;
        facts.predicted = predicted;
        facts.measured.near_cut = bits & 1U;
        facts.measured.methods_disagree = bits & 2U;
        facts.has_genome = bits & 4U;
        facts.finding_is_firm = bits & 8U;
        facts.finding_is_open = bits & 16U;
        facts.intrinsic = bits & 32U;
        facts.unclassified_change = bits & 64U;
        facts.mixture = bits & 128U;
        facts.species_differs = bits & 256U;
        facts.implausible = bits & 512U;
        facts.finding_is_minor = bits & 1024U;
        facts.minor_allele = bits & 2048U;
        facts.unread = bits & 4096U;
        facts.strongest = kEffects[(bits >> 14U) & 3U];
        facts.finding_is_critical = facts.measured.well_within_s = bits & 65536U;
        facts.loss_unreported = bits & 8192U;
        facts.held_by_control = kHolds[bits >> 17U];
        const auto judgement = classify(facts);
        const auto key = "fit." + to_lower(name_of(judgement.fit)) + "." + judgement.reason;
        ASSERT_TRUE(project_knowledge().texts.has(key)) << key;
        const bool silent_rules =
            predicted == Prediction::no_rule && !facts.intrinsic && state != expected;
        ASSERT_FALSE(facts.has_genome && silent_rules && judgement.fit == Fit::agree)
            << "no rule is never agreement";
      }
}

TEST(Texts, EveryMechanismWorkUpAndPatternHasWords) {
  const auto& knowledge = project_knowledge();
  for (const auto& rule : knowledge.rules.rules())
    EXPECT_TRUE(knowledge.texts.has("mechanism." + rule.mechanism)) << rule.id;
  for (const auto& row : knowledge.work_up)
    for (const auto& code : row.codes) EXPECT_TRUE(knowledge.texts.has(code)) << code;
  for (const auto& pattern : knowledge.implausible) {
    EXPECT_TRUE(knowledge.texts.has("pattern." + pattern.text)) << pattern.id;
    for (const auto& agent : pattern.suspects)
      EXPECT_NE(knowledge.agents.find(agent), nullptr) << pattern.id;
    for (const auto& name : pattern.unless)
      EXPECT_NE(knowledge.rules.find_class(name), nullptr) << pattern.id;
    for (const auto& condition : pattern.when)
      EXPECT_NE(knowledge.agents.find(condition.agent), nullptr) << pattern.id;
  }
}

}  // namespace
}  // namespace kres::mechanism
