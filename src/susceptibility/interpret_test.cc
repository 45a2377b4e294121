// Interpretation under EUCAST v16.0: categories, reasons and flags a laboratory relies on.
#include "susceptibility/interpret.h"

#include "susceptibility/interpretation_json.h"
#include "susceptibility/test_tables.h"

namespace kres::susceptibility {
namespace {

TEST(Interpretation, MeropenemOutsideMeningitisIsSUpToTwoAndRAboveEight) {
  EXPECT_EQ(verdict(mic("meropenem", Sign::equal, 2)), "S");
  EXPECT_EQ(verdict(mic("meropenem", Sign::equal, 4)), "I");
  EXPECT_EQ(verdict(mic("meropenem", Sign::equal, 8)), "I") << "equal to the R bound is not R";
  EXPECT_EQ(verdict(mic("meropenem", Sign::equal, 16)), "R");
}

TEST(Interpretation, MeningitisChoosesItsOwnRow) {
  EXPECT_EQ(verdict(mic("meropenem", Sign::equal, 4, "Klebsiella pneumoniae", "meningitis")), "R");
  EXPECT_EQ(verdict(mic("cefotaxime", Sign::equal, 2, "Escherichia coli", "meningitis")), "R");
  EXPECT_EQ(verdict(mic("cefotaxime", Sign::equal, 2, "Escherichia coli")), "I");
}

TEST(Interpretation, MeningitisIsNeverReadAgainstASystemicBreakpoint) {
  const auto at = [](const char* agent) {
    return verdict(mic(agent, Sign::equal, 0.125, "Escherichia coli", "meningitis"));
  };
  EXPECT_EQ(at("gentamicin"), "null:no_row_for_indication");
  EXPECT_EQ(at("ceftazidime"), "null:no_row_for_indication");
  EXPECT_EQ(at("colistin"), "null:no_row_for_indication");
  EXPECT_EQ(at("cefotaxime"), "S") << "it has a row for meningitis";
  EXPECT_EQ(at("vancomycin"), "R") << "a dash holds everywhere";
  EXPECT_EQ(verdict(mic("ceftazidime", Sign::equal, 0.125, "Escherichia coli", "systemic")), "S");
}

TEST(Interpretation, AnIndicationThatWasNotStatedIsSaidToBeAssumed) {
  const auto i = interpret(mic("meropenem", Sign::equal, 1), project_standard());
  EXPECT_TRUE(i.has_flag("indication_assumed"));
  EXPECT_EQ(i.breakpoint->indication, "other_than_meningitis");
  const auto stated = interpret(
      mic("meropenem", Sign::equal, 1, "Klebsiella pneumoniae", "meningitis"), project_standard());
  EXPECT_FALSE(stated.has_flag("indication_assumed"));
}

TEST(Interpretation, ACensoredValueAcrossABreakpointIsNotGuessed) {
  EXPECT_EQ(verdict(mic("meropenem", Sign::less_equal, 4)), "null:not_interpretable");
  EXPECT_EQ(verdict(mic("meropenem", Sign::greater, 4)), "null:not_interpretable");
  EXPECT_EQ(verdict(mic("meropenem", Sign::greater, 8)), "R");
  EXPECT_EQ(verdict(mic("meropenem", Sign::greater_equal, 8)), "null:not_interpretable");
  EXPECT_EQ(verdict(mic("meropenem", Sign::less, 4)), "S") << "below 4 is at most 2";
}

TEST(Interpretation, PrintedDilutionsAreComparedOnTheLog2Index) {
  EXPECT_EQ(verdict(mic("ciprofloxacin", Sign::equal, 0.06, "Salmonella enterica")), "S");
  EXPECT_EQ(verdict(mic("ciprofloxacin", Sign::equal, 0.0625, "Salmonella enterica")), "S");
  EXPECT_EQ(verdict(mic("ciprofloxacin", Sign::equal, 0.12, "Salmonella enterica")), "R");
}

TEST(Interpretation, OffScaleSMakesTheWildTypeINeverS) {
  const auto i = interpret(mic("cefuroxime", Sign::less_equal, 0.5), project_standard());
  EXPECT_EQ(i.category, Category::I);
  EXPECT_TRUE(i.has_flag("off_scale_s"));
  EXPECT_EQ(verdict(zone("cefuroxime", 40)), "I");
  EXPECT_EQ(verdict(mic("imipenem", Sign::equal, 0.5, "Proteus mirabilis")), "I");
  EXPECT_EQ(verdict(mic("imipenem", Sign::equal, 0.5, "Klebsiella pneumoniae")), "S");
}

TEST(Interpretation, ADashIsReportedRWithoutTesting) {
  const auto i = interpret(mic("vancomycin", Sign::equal, 1), project_standard());
  EXPECT_EQ(i.category, Category::R);
  EXPECT_EQ(i.reason, "dash");
}

TEST(Interpretation, InsufficientEvidenceGivesNoCategory) {
  EXPECT_EQ(verdict(mic("netilmicin", Sign::equal, 1)), "null:ie");
}

TEST(Interpretation, BracketsAreFlagged) {
  const auto i = interpret(mic("colistin", Sign::equal, 1), project_standard());
  EXPECT_EQ(i.category, Category::S);
  EXPECT_EQ(i.reason, "bracketed");
  EXPECT_TRUE(
      interpret(mic("gentamicin", Sign::equal, 1), project_standard()).has_flag("bracketed"));
  EXPECT_FALSE(interpret(mic("gentamicin", Sign::equal, 1, "Escherichia coli", "urinary_origin"),
                         project_standard())
                   .has_flag("bracketed"));
}

TEST(Interpretation, ColistinNeedsBrothMicrodilution) {
  auto m = mic("colistin", Sign::equal, 0.5);
  m.method = Method::gradient;
  EXPECT_EQ(verdict(m), "null:wrong_method");
  EXPECT_EQ(verdict(zone("colistin", 14)), "null:note");
}

TEST(Interpretation, TheAreaOfUncertaintyIsAWarningNotACategory) {
  const auto i = interpret(mic("ciprofloxacin", Sign::equal, 0.5), project_standard());
  EXPECT_EQ(i.category, Category::I);
  EXPECT_TRUE(i.has_flag("atu"));
  const auto below = interpret(mic("ciprofloxacin", Sign::equal, 0.25), project_standard());
  EXPECT_FALSE(below.has_flag("atu"));
  EXPECT_TRUE(interpret(zone("piperacillin-tazobactam", 19), project_standard()).has_flag("atu"));
  EXPECT_FALSE(interpret(zone("piperacillin-tazobactam", 20), project_standard()).has_flag("atu"));
}

TEST(Interpretation, MeropenemScreensForCarbapenemase) {
  const auto flags = [](const Measurement& m) {
    const auto i = interpret(m, project_standard());
    return std::string(i.has_flag("screening_positive")    ? "positive"
                       : i.has_flag("screening_undecided") ? "undecided"
                                                           : "negative");
  };
  EXPECT_EQ(flags(mic("meropenem", Sign::equal, 0.125)), "negative");
  EXPECT_EQ(flags(mic("meropenem", Sign::equal, 0.25)), "positive");
  EXPECT_EQ(flags(mic("meropenem", Sign::less_equal, 0.25)), "undecided");
  EXPECT_EQ(flags(zone("meropenem", 28)), "negative");
  EXPECT_EQ(flags(zone("meropenem", 27)), "positive");
}

TEST(Interpretation, WildTypeIsTrueFalseOrOpen) {
  const auto wild = [](const Measurement& m) { return interpret(m, project_standard()).wild_type; };
  EXPECT_EQ(wild(mic("meropenem", Sign::equal, 0.125)), true);
  EXPECT_EQ(wild(mic("meropenem", Sign::equal, 0.25)), false);
  EXPECT_EQ(wild(mic("meropenem", Sign::less_equal, 0.25)), std::nullopt);
  EXPECT_EQ(wild(mic("colistin", Sign::equal, 0.5)), std::nullopt) << "no ECOFF in the table";
}

TEST(Interpretation, SpeciesScopesAndExclusionsChooseTheRow) {
  const auto row = [](const Measurement& m) {
    const auto i = interpret(m, project_standard());
    return i.breakpoint ? i.breakpoint->row : i.reason;
  };
  EXPECT_EQ(row(mic("tigecycline", Sign::equal, 1)), "no_row") << "E. coli and C. koseri only";
  EXPECT_EQ(row(mic("cefuroxime", Sign::equal, 1, "Klebsiella aerogenes")), "no_row");
  EXPECT_EQ(row(mic("trimethoprim-sulfamethoxazole", Sign::equal, 1, "Serratia marcescens")),
            "ENT-SXT-2");
  EXPECT_EQ(row(mic("trimethoprim-sulfamethoxazole", Sign::equal, 1)), "ENT-SXT-1");
  EXPECT_EQ(row(mic("meropenem", Sign::equal, 1, "Pseudomonas aeruginosa")), "PSE-MEM-1");
  EXPECT_EQ(row(mic("meropenem", Sign::equal, 1, "Pseudomonas putida")), "PSE-MEM-2");
  EXPECT_EQ(row(mic("meropenem", Sign::equal, 1, "Legionella pneumophila")), "unknown_organism");
}

TEST(Interpretation, AnOrganismKnownByGenusOnlyIsMarkedAsExtrapolated) {
  const auto i =
      interpret(mic("meropenem", Sign::equal, 1, "Klebsiella novaspecies"), project_standard());
  EXPECT_EQ(i.category, Category::S);
  EXPECT_TRUE(i.has_flag("extrapolated_species"));
}

TEST(Interpretation, AGenusWhoseSpeciesMayResistByNatureIsNotSusceptible) {
  const auto verdict_of = [](const char* agent, double value, const char* organism) {
    const auto i = interpret(mic(agent, Sign::equal, value, organism), project_standard());
    return i.category ? std::string(name_of(*i.category)) : i.reason;
  };
  EXPECT_EQ(verdict_of("ampicillin", 1, "Enterobacter sp."), "species_needed");
  EXPECT_EQ(verdict_of("amoxicillin-clavulanic acid", 4, "Enterobacter"), "species_needed");
  EXPECT_EQ(verdict_of("amoxicillin-clavulanic acid", 4, "Citrobacter sp."), "species_needed");
  EXPECT_EQ(verdict_of("ampicillin", 1, "Proteus"), "species_needed") << "P. vulgaris resists";
  EXPECT_EQ(verdict_of("ampicillin", 1, "Proteus mirabilis"), "S");
  EXPECT_EQ(verdict_of("ampicillin", 64, "Proteus"), "R") << "whatever species it is";
  EXPECT_EQ(verdict_of("meropenem", 1, "Enterobacter sp."), "S") << "none resists by nature";
  EXPECT_EQ(verdict_of("ampicillin", 1, "Escherichia coli / Klebsiella pneumoniae"),
            "unknown_organism");
}

TEST(Interpretation, AHalfStepOfAStripIsRoundedUp) {
  auto m = mic("meropenem", Sign::equal, 3);
  m.method = Method::gradient;
  const auto i = interpret(m, project_standard());
  EXPECT_EQ(i.category, Category::I) << "3 is read as 4";
  EXPECT_TRUE(i.has_flag("gradient_rounded_up"));
}

TEST(Interpretation, RouteAndIndicationChooseAmongAmoxicillinClavulanicAcidRows) {
  auto m = mic("amoxicillin-clavulanic acid", Sign::equal, 16, "Escherichia coli");
  EXPECT_EQ(verdict(m), "R");
  m.indication = "uncomplicated_uti";
  EXPECT_EQ(verdict(m), "S") << "oral, 32 mg/L";
  m.route = "iv";
  EXPECT_EQ(verdict(m), "R") << "the oral row is out of reach";
}

TEST(Interpretation, AZoneOfAnotherDiskIsNotReadAgainstThisOne) {
  auto m = zone("cefotaxime", 24);
  m.disk_ug = "30";
  m.guideline = "CLSI";
  EXPECT_EQ(verdict(m), "null:wrong_disk") << "CLSI tests 30 ug, EUCAST 5 ug: 24 mm looks S";
  EXPECT_FALSE(interpret(m, project_standard()).wild_type);
  m.disk_ug = "5";
  EXPECT_EQ(verdict(m), "S");
  m.agent = "piperacillin-tazobactam";
  m.disk_ug = "30";
  EXPECT_EQ(verdict(m), "S") << "the first part of 30-6";
  m.disk_ug = "100-10";
  EXPECT_EQ(verdict(m), "null:wrong_disk");
}

TEST(Interpretation, AWrongDiskDoesNotHideIntrinsicResistance) {
  auto m = zone("ampicillin", 24);
  m.disk_ug = "2";
  EXPECT_EQ(verdict(m), "R");
}

TEST(Interpretation, JsonGoesBothWays) {
  auto foreign = zone("cefotaxime", 24);
  foreign.disk_ug = "30";
  foreign.guideline = "CLSI";
  for (const auto& m : {mic("meropenem", Sign::equal, 16), mic("netilmicin", Sign::less_equal, 1),
                        zone("meropenem", 20), foreign}) {
    const auto i = interpret(m, project_standard());
    const auto back = interpretation_from_json(to_json(i), "test");
    ASSERT_TRUE(back) << back.error().text();
    EXPECT_EQ(*back, i);
  }
  EXPECT_FALSE(interpretation_from_json("{}", "test"));
  EXPECT_FALSE(interpretation_from_json("{", "test"));
}

}  // namespace
}  // namespace kres::susceptibility
