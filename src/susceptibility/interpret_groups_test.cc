// Pseudomonas, Acinetobacter, Enterococcus and Staphylococcus: the rows a laboratory relies on.
#include "susceptibility/interpret.h"

#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

Interpretation of(const Measurement& m) { return interpret(m, project_standard()); }

std::string at(const std::string& agent, double value, const std::string& organism,
               const std::string& indication = "", const std::string& route = "") {
  Measurement m = mic(agent, Sign::equal, value, organism, indication);
  m.route = route;
  return verdict(m);
}

std::string at_mm(const std::string& agent, double mm, const std::string& organism) {
  return verdict(zone(agent, mm, organism));
}

TEST(Pseudomonas, TheWildTypeIsIAndNeverSForMostAgents) {
  for (const auto* agent : {"piperacillin-tazobactam", "ceftazidime", "cefepime", "imipenem",
                            "aztreonam", "ciprofloxacin"}) {
    EXPECT_EQ(at(agent, 0.25, "Pseudomonas aeruginosa"), "I") << agent;
    EXPECT_TRUE(
        of(mic(agent, Sign::less_equal, 0.25, "Pseudomonas aeruginosa")).has_flag("off_scale_s"))
        << agent;
  }
  EXPECT_EQ(at("meropenem", 2, "Pseudomonas aeruginosa"), "S");
}

TEST(Pseudomonas, MeropenemZonesDependOnTheSpecies) {
  EXPECT_EQ(at_mm("meropenem", 21, "Pseudomonas aeruginosa"), "S");
  EXPECT_EQ(at_mm("meropenem", 21, "Pseudomonas putida"), "I");
  EXPECT_EQ(at_mm("meropenem", 16, "Pseudomonas aeruginosa"), "I");
  EXPECT_EQ(at_mm("meropenem", 16, "Pseudomonas putida"), "R");
  EXPECT_EQ(at("meropenem", 1, "Pseudomonas putida", "meningitis"), "null:no_row_for_indication");
  EXPECT_EQ(at("meropenem", 1, "Pseudomonas sp."), "null:species_needed");
}

TEST(Pseudomonas, FosfomycinIsUnsuitableByMouthOnly) {
  EXPECT_EQ(at("fosfomycin", 64, "Pseudomonas aeruginosa", "", "oral"), "R");
  EXPECT_EQ(at("fosfomycin", 64, "Pseudomonas aeruginosa", "", "iv"), "null:note");
  EXPECT_EQ(at("fosfomycin", 64, "Pseudomonas aeruginosa"), "null:note");
  EXPECT_EQ(at("fosfomycin", 64, "Pseudomonas aeruginosa", "meningitis"),
            "null:no_row_for_indication")
      << "the oral dash says nothing about meningitis";
  EXPECT_EQ(at("nitrofurantoin", 1, "Pseudomonas aeruginosa", "systemic"), "R")
      << "a dash in every row holds everywhere";
}

TEST(Acinetobacter, CefiderocolHasScreeningValuesAndNoBreakpoint) {
  const auto screened = [](double value) {
    const auto i = of(mic("cefiderocol", Sign::equal, value, "Acinetobacter baumannii"));
    EXPECT_FALSE(i.category);
    EXPECT_EQ(i.reason, "note");
    return i.has_flag("screening_positive")    ? "positive"
           : i.has_flag("screening_undecided") ? "undecided"
                                               : "negative";
  };
  EXPECT_STREQ(screened(0.5), "negative");
  EXPECT_STREQ(screened(1), "undecided");
  EXPECT_STREQ(screened(2), "undecided");
  EXPECT_STREQ(screened(4), "positive");
}

TEST(Acinetobacter, ResistsByNatureWhatTheSpeciesResists) {
  EXPECT_EQ(at("fosfomycin", 8, "Acinetobacter baumannii", "", "iv"), "R");
  EXPECT_EQ(of(mic("fosfomycin", Sign::equal, 8, "Acinetobacter pittii")).reason,
            "expected_resistance");
  EXPECT_EQ(at("meropenem", 8, "Acinetobacter nosocomialis"), "I");
  EXPECT_EQ(at("meropenem", 4, "Acinetobacter baumannii", "meningitis"), "R");
}

TEST(Enterococcus, VancomycinDependsOnTheSpecies) {
  EXPECT_EQ(at("vancomycin", 4, "Enterococcus faecium"), "S");
  EXPECT_EQ(at("vancomycin", 8, "Enterococcus faecium"), "R");
  EXPECT_EQ(at_mm("vancomycin", 13, "Enterococcus faecium"), "S");
  EXPECT_EQ(at_mm("vancomycin", 13, "Enterococcus avium"), "R") << "15 mm for other enterococci";
  EXPECT_EQ(at("vancomycin", 2, "Enterococcus gallinarum"), "R");
  EXPECT_EQ(of(mic("vancomycin", Sign::equal, 2, "Enterococcus gallinarum")).reason,
            "expected_resistance")
      << "vanC makes no VRE case";
  EXPECT_EQ(at("vancomycin", 2, "Enterococcus sp."), "null:species_needed") << "may be vanC";
  EXPECT_EQ(at("vancomycin", 2, "Enterococcus flavescens"), "R") << "is E. casseliflavus";
}

TEST(Enterococcus, AmoxicillinRowsForAllHoldForEnterococcusFaecalisToo) {
  EXPECT_EQ(at("amoxicillin", 4, "Enterococcus faecalis", "", "iv"), "S");
  EXPECT_EQ(at("amoxicillin", 4, "Enterococcus faecalis", "other", "oral"), "I") << "off scale";
  EXPECT_EQ(at("amoxicillin", 4, "Enterococcus faecalis", "uncomplicated_uti", "oral"), "S");
  EXPECT_EQ(at("amoxicillin", 4, "Enterococcus faecium", "other", "oral"),
            "null:no_row_for_indication");
}

TEST(Enterococcus, GentamicinIsScreenedForHighLevelResistance) {
  const auto low = of(mic("gentamicin", Sign::less_equal, 128, "Enterococcus faecium"));
  EXPECT_EQ(low.reason, "screen_only");
  EXPECT_TRUE(low.has_flag("screening_negative"));
  const auto high = of(mic("gentamicin", Sign::greater, 128, "Enterococcus faecium"));
  EXPECT_FALSE(high.category);
  EXPECT_TRUE(high.has_flag("screening_positive"));
  EXPECT_TRUE(of(zone("gentamicin", 7, "Enterococcus faecalis")).has_flag("screening_positive"));
  EXPECT_EQ(at("linezolid", 4, "Enterococcus faecium"), "S");
  EXPECT_EQ(at("linezolid", 8, "Enterococcus faecium"), "R");
}

std::string methicillin(const Measurement& m) {
  const auto i = of(m);
  EXPECT_FALSE(i.category) << "a screen gives no category of its own";
  for (const auto* flag : {"screening_positive", "screening_negative", "screening_undecided"})
    if (i.has_flag(flag)) return flag;
  return i.reason;
}

TEST(Staphylococcus, CefoxitinScreensForMethicillinResistanceBySpecies) {
  EXPECT_EQ(methicillin(zone("cefoxitin", 22, "Staphylococcus aureus")), "screening_negative");
  EXPECT_EQ(methicillin(zone("cefoxitin", 21, "Staphylococcus aureus")), "screening_positive");
  EXPECT_EQ(methicillin(zone("cefoxitin", 26, "Staphylococcus epidermidis")), "screening_positive");
  EXPECT_EQ(methicillin(zone("cefoxitin", 26, "Staphylococcus haemolyticus")),
            "screening_negative");
  EXPECT_EQ(methicillin(zone("cefoxitin", 26, "coagulase-negative staphylococci")),
            "species_needed");
  EXPECT_EQ(methicillin(mic("cefoxitin", Sign::equal, 8, "Staphylococcus aureus")),
            "screening_positive");
  EXPECT_EQ(methicillin(mic("cefoxitin", Sign::equal, 8, "Staphylococcus saprophyticus")),
            "screening_negative");
  EXPECT_EQ(methicillin(zone("oxacillin", 19, "Staphylococcus pseudintermedius")),
            "screening_positive");
  EXPECT_TRUE(of(zone("cefoxitin", 27, "Staphylococcus lugdunensis")).has_flag("atu"));
}

TEST(Staphylococcus, AureusAndTheCoagulaseNegativesHaveRowsOfTheirOwn) {
  EXPECT_EQ(at("vancomycin", 4, "Staphylococcus aureus"), "R");
  EXPECT_EQ(at("vancomycin", 4, "Staphylococcus epidermidis"), "S");
  EXPECT_EQ(at("vancomycin", 4, "Staphylococcus pseudintermedius"), "null:no_row");
  EXPECT_EQ(at("benzylpenicillin", 0.06, "Staphylococcus lugdunensis"), "S");
  EXPECT_EQ(at("benzylpenicillin", 0.06, "Staphylococcus hominis"), "null:note");
  EXPECT_EQ(at("telavancin", 0.06, "Staphylococcus aureus"), "null:no_row") << "MRSA only";
  EXPECT_EQ(at("telavancin", 0.06, "Staphylococcus aureus MRSA"), "S");
}

TEST(Staphylococcus, PneumoniaChoosesItsOwnCeftarolineRow) {
  EXPECT_EQ(at("ceftaroline", 2, "Staphylococcus aureus", "pneumonia"), "R");
  EXPECT_EQ(at("ceftaroline", 2, "Staphylococcus aureus", "skin_soft_tissue"), "I");
  EXPECT_TRUE(of(mic("ceftaroline", Sign::equal, 2, "Staphylococcus aureus"))
                  .has_flag("indication_assumed"));
  EXPECT_EQ(at("delafloxacin", 0.125, "Staphylococcus aureus"), "R")
      << "the stricter row if nothing is stated";
  EXPECT_EQ(at("delafloxacin", 0.125, "Staphylococcus aureus", "skin_soft_tissue"), "S");
  EXPECT_EQ(at("delafloxacin", 0.015, "Staphylococcus aureus", "pneumonia"),
            "null:no_row_for_indication")
      << "a hospital pneumonia has no row";
}

TEST(TwoVersions, EachGivesItsOwnCategoryAndNamesItself) {
  const auto before = project_standard("breakpoints/eucast_v15.0.tsv");
  const auto sxt = mic("trimethoprim-sulfamethoxazole", Sign::equal, 2, "Staphylococcus aureus");
  const auto then = interpret(sxt, before), now = of(sxt);
  EXPECT_EQ(then.category, Category::S) << "2/4 in v15.0";
  EXPECT_EQ(now.category, Category::R) << "0.5/0.5 in v16.0";
  EXPECT_EQ(then.breakpoint->version, "EUCAST v15.0");
  EXPECT_EQ(now.breakpoint->version, "EUCAST v16.0");
  const auto disk = interpret(zone("meropenem", 30), before);
  EXPECT_FALSE(disk.category);
  EXPECT_EQ(disk.reason, "not_given") << "no zone of v15.0 is known";
  EXPECT_TRUE(disk.has_flag("screening_not_given"));
}

}  // namespace
}  // namespace kres::susceptibility
