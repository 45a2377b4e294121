// Values of another guideline that look comparable and are not.
#include "susceptibility/guideline_differences.h"

#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

Interpretation of(Measurement m, const std::string& guideline) {
  m.guideline = guideline;
  return interpret(m, project_standard());
}

TEST(GuidelineDifferences, ClavulanateInARatioIsNotReadAsFixedClavulanate) {
  const auto m = mic("amoxicillin-clavulanic acid", Sign::less_equal, 4, "Escherichia coli");
  EXPECT_EQ(of(m, "EUCAST").category, Category::S);
  EXPECT_EQ(of(m, "").category, Category::S) << "not stated";
  const auto clsi = of(m, "clsi");
  EXPECT_FALSE(clsi.category);
  EXPECT_EQ(clsi.reason, "other_inhibitor_ratio");
  EXPECT_FALSE(clsi.wild_type);
}

TEST(GuidelineDifferences, OtherAgentsAreReadAsTheyAre) {
  EXPECT_EQ(of(mic("meropenem", Sign::equal, 16), "CLSI").category, Category::R);
  EXPECT_EQ(of(mic("piperacillin-tazobactam", Sign::equal, 4), "CLSI").category, Category::S)
      << "both fix tazobactam at 4 mg/L";
}

TEST(GuidelineDifferences, EveryAgentOfTheTableIsOneOfOurs) {
  const auto& rows = project_standard().differences.rows();
  ASSERT_FALSE(rows.empty());
  for (const auto& row : rows) EXPECT_NE(project_agents().find(row.agent), nullptr) << row.agent;
}

TEST(GuidelineDifferences, IntrinsicResistanceStays) {
  const auto i =
      of(mic("amoxicillin-clavulanic acid", Sign::equal, 2, "Enterobacter cloacae"), "CLSI");
  EXPECT_EQ(i.category, Category::R);
  EXPECT_TRUE(i.has_flag("other_inhibitor_ratio"));
}

}  // namespace
}  // namespace kres::susceptibility
