// Expert rules: the result of one agent makes others of the same isolate R, and nothing ever S.
#include "susceptibility/expert_rules.h"

#include <algorithm>

#include "susceptibility/interpretation_json.h"
#include "susceptibility/test_tables.h"
#include "susceptibility/withhold.h"

namespace kres::susceptibility {
namespace {

constexpr const char* kAureus = "Staphylococcus aureus";

const Interpretation& of(const std::vector<Interpretation>& all, const std::string& agent) {
  return *std::find_if(all.begin(), all.end(),
                       [&](const auto& i) { return i.measurement.agent == agent; });
}

std::string category(const std::vector<Interpretation>& all, const std::string& agent) {
  const auto& i = of(all, agent);
  return i.category ? std::string(name_of(*i.category)) : "null:" + i.reason;
}

std::vector<Interpretation> isolate(const std::vector<Measurement>& measurements) {
  return interpret_isolate(measurements, project_standard());
}

TEST(ExpertRules, EveryNameOfTheTableIsKnown) {
  const auto& standard = project_standard();
  ASSERT_GE(standard.expert_rules.rules().size(), 4U);
  for (const auto& rule : standard.expert_rules.rules()) {
    for (const auto& scope : rule.scopes)
      EXPECT_TRUE(standard.organisms.resolve(scope)) << rule.id << ": " << scope;
    EXPECT_NE(project_agents().find(rule.tested), nullptr) << rule.id;
    for (const auto& agent : rule.agents)
      EXPECT_NE(project_agents().find(agent), nullptr) << rule.id << ": " << agent;
  }
}

TEST(ExpertRules, MethicillinResistanceMakesBetaLactamsRExceptThoseAgainstIt) {
  const auto all = isolate(
      {zone("cefoxitin", 12, kAureus), mic("cefotaxime", Sign::equal, 2, kAureus),
       mic("ceftaroline", Sign::equal, 0.5, kAureus), mic("linezolid", Sign::equal, 2, kAureus)});
  EXPECT_EQ(category(all, "cefotaxime"), "R");
  EXPECT_EQ(of(all, "cefotaxime").reason, "expert_rule");
  EXPECT_TRUE(of(all, "cefotaxime").has_flag("expert_rule"));
  ASSERT_TRUE(of(all, "cefotaxime").expert_rule);
  EXPECT_EQ(of(all, "cefotaxime").expert_rule->id, "XP-STA-1");
  EXPECT_EQ(category(all, "ceftaroline"), "S");
  EXPECT_EQ(category(all, "linezolid"), "S");
  EXPECT_FALSE(of(all, "linezolid").expert_rule);
}

TEST(ExpertRules, ANegativeScreenMakesNothingS) {
  const auto all =
      isolate({zone("cefoxitin", 30, kAureus), mic("cefotaxime", Sign::equal, 2, kAureus)});
  ASSERT_TRUE(of(all, "cefoxitin").has_flag("screening_negative"));
  EXPECT_EQ(category(all, "cefotaxime"), "null:note");
}

TEST(ExpertRules, HoldOnlyInTheirOrganisms) {
  const auto all = isolate({zone("cefoxitin", 12, "Escherichia coli"),
                            mic("cefotaxime", Sign::equal, 0.25, "Escherichia coli")});
  ASSERT_TRUE(of(all, "cefoxitin").has_flag("screening_positive"));
  EXPECT_EQ(category(all, "cefotaxime"), "S");
}

TEST(ExpertRules, PenicillinaseInAureusAndAmpicillinInEnterococci) {
  const auto aureus = isolate({mic("benzylpenicillin", Sign::equal, 1, kAureus),
                               mic("amoxicillin", Sign::equal, 0.5, kAureus),
                               mic("amoxicillin-clavulanic acid", Sign::equal, 0.5, kAureus)});
  EXPECT_EQ(category(aureus, "amoxicillin"), "R");
  EXPECT_EQ(category(aureus, "amoxicillin-clavulanic acid"), "null:note");
  const std::string faecium = "Enterococcus faecium";
  const auto enterococcus = isolate({mic("ampicillin", Sign::greater, 8, faecium),
                                     mic("ampicillin-sulbactam", Sign::equal, 4, faecium)});
  EXPECT_EQ(category(enterococcus, "ampicillin-sulbactam"), "R");
}

TEST(ExpertRules, AResultThatQualityControlHoldsBackSetsOffNone) {
  const auto& standard = project_standard();
  auto screen = interpret(zone("cefoxitin", 12, kAureus), standard);
  EXPECT_EQ(standard.expert_rules.set_off_by(screen, standard.organisms).size(), 1U);
  withhold(screen, "qc_out");
  EXPECT_TRUE(standard.expert_rules.set_off_by(screen, standard.organisms).empty());
}

TEST(ExpertRules, TheRuleIsStoredWithTheResult) {
  const auto all =
      isolate({zone("cefoxitin", 12, kAureus), mic("cefotaxime", Sign::equal, 2, kAureus)});
  const auto text = to_json(of(all, "cefotaxime"));
  const auto back = interpretation_from_json(text, "x");
  ASSERT_TRUE(back) << back.error().text();
  EXPECT_EQ(*back, of(all, "cefotaxime"));
}

TEST(ExpertRules, ATableThatLacksSomethingIsRefusedWithItsLine) {
  const std::string head =
      "# version: x\nid\tscope\ttested\tfinding\tagents\tnote_nb\tnote_en\tsource\n";
  EXPECT_FALSE(
      ExpertRules::parse("id\tscope\ttested\tfinding\tagents\tnote_nb\tnote_en\tsource\n", "t"));
  const auto empty = ExpertRules::parse(head + "A\tX\tb\tR\t\tn\tn\ts\n", "t");
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().line, 3U);
  EXPECT_FALSE(ExpertRules::parse(head + "A\tX\tb\tR\tc\tn\tn\ts\nA\tX\tb\tR\tc\tn\tn\ts\n", "t"));
}

}  // namespace
}  // namespace kres::susceptibility
