// Expected resistance: no value makes an agent S or I that the species resists by nature.
#include "susceptibility/expected_resistance.h"

#include <map>

#include "susceptibility/interpretation_json.h"
#include "susceptibility/test_extraction.h"
#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

bool expected(const std::string& organism, const std::string& agent) {
  return project_standard().expected.holds(*project_standard().organisms.resolve(organism), agent);
}

TEST(ExpectedResistance, IsRWhateverWasMeasuredAndStillShowsTheBreakpoint) {
  for (const auto sign : {Sign::less_equal, Sign::equal, Sign::greater})
    EXPECT_EQ(verdict(mic("ampicillin", sign, 4)), "R");
  EXPECT_EQ(verdict(zone("ampicillin", 25)), "R");
  const auto i = interpret(mic("ampicillin", Sign::equal, 2), project_standard());
  EXPECT_EQ(i.reason, "expected_resistance");
  EXPECT_TRUE(i.has_flag("expected_resistance"));
  ASSERT_TRUE(i.breakpoint);
  EXPECT_EQ(i.breakpoint->s, "8");
  EXPECT_EQ(verdict(mic("ampicillin", Sign::equal, 2, "Escherichia coli")), "S");
}

TEST(ExpectedResistance, HoldsWithoutABreakpointAndForEveryMethodAndIndication) {
  auto strip = mic("colistin", Sign::equal, 0.5, "Proteus mirabilis");
  strip.method = Method::gradient;
  EXPECT_EQ(verdict(strip), "R");
  EXPECT_EQ(verdict(mic("tetracycline", Sign::equal, 1, "Morganella morganii")), "R");
  EXPECT_EQ(verdict(mic("colistin", Sign::equal, 0.5, "Serratia marcescens", "meningitis")), "R");
}

TEST(ExpectedResistance, CarriesNoWarningThatSpeaksOfSusceptibility) {
  const auto i =
      interpret(mic("cefuroxime", Sign::equal, 4, "Serratia marcescens"), project_standard());
  EXPECT_EQ(i.category, Category::R);
  EXPECT_FALSE(i.has_flag("off_scale_s")) << "the wild type is not I here";
}

TEST(ExpectedResistance, FollowsTheSpeciesNotTheOrder) {
  EXPECT_TRUE(expected("Enterobacter hormaechei", "amoxicillin-clavulanic acid"));
  EXPECT_TRUE(expected("Klebsiella aerogenes", "cefoxitin"));
  EXPECT_FALSE(expected("Klebsiella pneumoniae", "cefoxitin"));
  EXPECT_FALSE(expected("Klebsiella pneumoniae", "amoxicillin-clavulanic acid"));
  EXPECT_TRUE(expected("Citrobacter freundii", "ampicillin-sulbactam"));
  EXPECT_FALSE(expected("Citrobacter koseri", "cefalexin"));
  EXPECT_FALSE(expected("Proteus mirabilis", "ampicillin"));
  EXPECT_TRUE(expected("Proteus vulgaris", "cefuroxime"));
  EXPECT_FALSE(expected("Morganella morganii", "cefuroxime"));
  EXPECT_TRUE(expected("Hafnia alvei", "colistin"));
  for (const auto& row : project_standard().expected.rows())
    for (const auto& agent : row.agents) {
      EXPECT_FALSE(expected("Escherichia coli", agent)) << agent;
      EXPECT_FALSE(expected("Salmonella enterica", agent)) << agent;
    }
}

TEST(ExpectedResistance, EveryScopeAndAgentIsKnownToTheProject) {
  EXPECT_GE(project_standard().expected.rows().size(), 20U);
  for (const auto& row : project_standard().expected.rows()) {
    const auto organism = project_standard().organisms.resolve(row.scope);
    ASSERT_TRUE(organism) << row.scope;
    EXPECT_TRUE(organism->is_within(row.scope)) << row.scope;
    for (const auto& agent : row.agents) {
      const auto* known = project_agents().find(agent);
      ASSERT_NE(known, nullptr) << agent;
      EXPECT_EQ(known->name, agent);
    }
  }
}

// Every agent that WHONET's table of EUCAST's expected phenotypes names for a species outside the
// Enterobacterales. Codes of whole classes (J01G) and of agents we do not have are passed over.
TEST(ExpectedResistance, HoldsWhatAnIndependentTableNamesForTheSpecies) {
  const auto path = release_path("whonet/ExpectedResistancePhenotypes.txt");
  if (!path) GTEST_SKIP() << "shared/reference/whonet is absent";
  const std::map<std::string, std::string> species = {
      {"pae", "Pseudomonas aeruginosa"},       {"aba", "Acinetobacter baumannii"},
      {"ano", "Acinetobacter nosocomialis"},   {"apt", "Acinetobacter pittii"},
      {"pma", "Stenotrophomonas maltophilia"}, {"efa", "Enterococcus faecalis"},
      {"efm", "Enterococcus faecium"},         {"eca", "Enterococcus casseliflavus"},
      {"ega", "Enterococcus gallinarum"},      {"sau", "Staphylococcus aureus"},
      {"sap", "Staphylococcus saprophyticus"}, {"sca", "Staphylococcus capitis"},
      {"stc", "Staphylococcus cohnii"},        {"sxy", "Staphylococcus xylosus"}};
  const auto text = read_file(*path).value();
  const auto table =
      TsvTable::parse(text, "x", {"GUIDELINE", "ORGANISM_CODE", "ABX_CODE"}, {}, true);
  ASSERT_TRUE(table) << table.error().text();
  int compared = 0;
  for (const auto& row : table->rows()) {
    const auto at = species.find(std::string(row["ORGANISM_CODE"]));
    const auto* agent = project_agents().find(row["ABX_CODE"]);
    if (row["GUIDELINE"] != "EUCAST" || at == species.end() || agent == nullptr) continue;
    EXPECT_TRUE(expected(at->second, agent->name)) << at->second << " " << agent->name;
    ++compared;
  }
  EXPECT_EQ(compared, 97);
}

TEST(ExpectedResistance, AminoglycosidesInEnterococciAreLeftToTheScreen) {
  for (const auto* agent : {"gentamicin", "streptomycin", "amikacin"})
    EXPECT_FALSE(expected("Enterococcus faecium", agent)) << agent;
}

TEST(ExpectedResistance, ATableWithoutVersionOrWithAnEmptyCellIsRefused) {
  EXPECT_TRUE(ExpectedResistance::parse("# version: v\nscope\tagents\tsource\nA\tb\tc\n", "t"));
  EXPECT_FALSE(ExpectedResistance::parse("scope\tagents\tsource\nA\tb\tc\n", "t"));
  EXPECT_FALSE(ExpectedResistance::parse("# version: v\nscope\tagents\tsource\nA\t\tc\n", "t"));
}

}  // namespace
}  // namespace kres::susceptibility
