// Predicted phenotypes by the project's rules: what counts, what does not, and what stays open.
#include "genome/phenotype/predict.h"

#include <gtest/gtest.h>

#include "genome/phenotype/genomes_for_test.h"

namespace kres::genome {
namespace {

TEST(Prediction, AKlebsiellaWithoutFindingsIsWildTypeForTheFiveGroups) {
  for (const auto* agent :
       {"meropenem", "imipenem", "ertapenem", "cefotaxime", "ceftazidime", "cefepime",
        "ciprofloxacin", "gentamicin", "tobramycin", "amikacin", "colistin"})
    EXPECT_EQ(prediction(wild_type(), agent), "WT") << agent;
}

TEST(Prediction, AnAgentWithoutRulesIsNeverWildType) {
  EXPECT_EQ(prediction(wild_type(), "nitrofurantoin"), "no_rule");
  EXPECT_EQ(prediction(wild_type(), "fosfomycin"), "no_rule");
}

TEST(Prediction, AnIntactKpcIsNonWildTypeForCarbapenems) {
  const auto result = with({gene("blaKPC-2", kCarbapenems, "carbapenemase")});
  for (const auto& agent : kCarbapenems) EXPECT_EQ(prediction(result, agent), "NWT") << agent;
  EXPECT_EQ(predicted(result, "meropenem").determinants, std::vector<std::string>{"blaKPC-2"});
  EXPECT_TRUE(fired(result, "meropenem", "ENT-CARB-001"));
}

TEST(Prediction, ABrokenKpcNeverCounts) {
  auto result = with({gene("blaKPC-2", kCarbapenems, "carbapenemase")});
  result.determinants[0].function = FunctionState::broken;
  EXPECT_EQ(prediction(result, "meropenem"), "WT");
}

TEST(Prediction, APartialOrUnassessableGeneMakesUncertain) {
  for (int variant = 0; variant < 4; ++variant) {
    auto result = with({gene("blaKPC-2", kCarbapenems, "carbapenemase")});
    auto& d = result.determinants[0];
    if (variant == 0) d.allele_status = AlleleStatus::partial;
    if (variant == 1) d.allele_status = AlleleStatus::ambiguous;
    if (variant == 2) d.function = FunctionState::not_assessable;
    if (variant == 3) d.trace = true;
    EXPECT_EQ(prediction(result, "meropenem"), "uncertain") << variant;
  }
}

TEST(Prediction, AnIncompleteOrUnclearGeneIsNeverNonWildType) {
  const std::vector<Determinant> genes = {
      gene("blaKPC-2", {"meropenem"}, "carbapenemase"),
      gene("blaKPC-31", {"ceftazidime-avibactam"}, "carbapenemase"),
      gene("blaCTX-M-15", {"cefotaxime", "ceftazidime"}),
      gene("mcr-1.1", {"colistin"}, "mcr"),
      gene("rmtB", {"amikacin", "gentamicin"}, "16s_methylase"),
      gene("qnrB1", {"ciprofloxacin"}),
      gene("sul1", {"sulfamethoxazole"})};
  for (const auto& whole : genes)
    for (int variant = 0; variant < 3; ++variant) {
      auto d = whole;
      if (variant == 0) d.trace = true, d.identity = 84.0;
      if (variant == 1) d.allele_status = AlleleStatus::partial;
      if (variant == 2) d.allele_status = AlleleStatus::ambiguous;
      for (const auto& agent : whole.agents) {
        EXPECT_EQ(prediction(with({whole}), agent), "NWT") << whole.symbol << " " << agent;
        EXPECT_EQ(prediction(with({d}), agent), "uncertain") << d.symbol << " " << agent;
      }
    }
}

// A novel allele as the engine reports it: symbol of the gene, name of the nearest.
Determinant novel(std::string family_symbol, std::string nearest, std::vector<std::string> agents) {
  Determinant d = gene(std::move(family_symbol), std::move(agents), "carbapenemase");
  d.allele_status = AlleleStatus::novel;
  d.nearest = std::move(nearest);
  return d;
}

TEST(Prediction, CeftazidimeAvibactamIsWildTypeOnlyForKpc2AndKpc3) {
  const auto of = [](Determinant d) {
    return prediction(with({std::move(d)}), "ceftazidime-avibactam");
  };
  EXPECT_EQ(of(gene("blaKPC-2", kCarbapenems, "carbapenemase")), "WT");
  EXPECT_EQ(of(gene("blaKPC-3", kCarbapenems, "carbapenemase")), "WT");
  EXPECT_EQ(of(gene("blaKPC-4", kCarbapenems, "carbapenemase")), "uncertain");
  EXPECT_EQ(of(gene("blaKPC-31", kCarbapenems, "carbapenemase")), "NWT");
  EXPECT_EQ(of(novel("blaKPC", "blaKPC-2", kCarbapenems)), "uncertain");
  EXPECT_EQ(of(novel("blaKPC", "blaKPC-31", kCarbapenems)), "uncertain");
}

TEST(Prediction, AKpc2BesideAnotherKpcDoesNotHideIt) {
  const auto result = with(
      {gene("blaKPC-2", kCarbapenems, "carbapenemase"), novel("blaKPC", "blaKPC-3", kCarbapenems)});
  EXPECT_EQ(prediction(result, "ceftazidime-avibactam"), "uncertain");
}

TEST(Prediction, ANovelAlleleOfAFamilyCountsButTheNearestAlleleProvesNothing) {
  const auto ndm = with({novel("blaNDM", "blaNDM-1", kCarbapenems)});
  EXPECT_EQ(prediction(ndm, "ceftazidime-avibactam"), "NWT");
  const auto oxa = with({novel("blaOXA", "blaOXA-48", kCarbapenems)});
  EXPECT_EQ(prediction(oxa, "meropenem"), "NWT") << "by its family";
  EXPECT_EQ(prediction(oxa, "meropenem-vaborbactam"), "uncertain");
}

TEST(Prediction, IntrinsicGenesAreTheWildType) {
  auto result = with({gene("OqxA", {"ciprofloxacin"}), gene("OqxB", {"ciprofloxacin"}),
                      gene("fosA", {"fosfomycin"}), gene("blaSHV-11", {"ampicillin"})});
  for (auto& d : result.determinants) d.intrinsic = true;
  EXPECT_EQ(prediction(result, "ciprofloxacin"), "WT");
  EXPECT_EQ(prediction(result, "fosfomycin"), "no_rule");
  EXPECT_EQ(prediction(result, "ampicillin"), "no_rule");
}

TEST(Prediction, AnImportedPhenotypeSpeaksWhereNoRuleDoes) {
  const auto result = with({gene("sul1", {"sulfamethoxazole"})});
  EXPECT_EQ(prediction(result, "sulfamethoxazole"), "NWT");
  EXPECT_TRUE(fired(result, "sulfamethoxazole", "resfinder:sul1"));
}

TEST(Prediction, ARuleOutranksTheImportedPhenotypeOfTheSameGene) {
  const auto result = with({gene("aac(6')-Ib-cr", {"amikacin", "ciprofloxacin", "tobramycin"})});
  EXPECT_EQ(prediction(result, "ciprofloxacin"), "uncertain") << "alone it is no proof";
  EXPECT_EQ(prediction(result, "tobramycin"), "NWT");
}

TEST(Prediction, PlainAac6IbIsNoQuinoloneResistance) {
  const auto result = with({gene("aac(6')-Ib", {"amikacin", "tobramycin"})});
  EXPECT_EQ(prediction(result, "ciprofloxacin"), "WT");
}

TEST(Prediction, AnEsblAloneSparesMeropenemButNotWithPorinLoss) {
  auto result = with({gene("blaCTX-M-15", {"cefotaxime", "ceftazidime", "cefepime"})});
  EXPECT_EQ(prediction(result, "cefotaxime"), "NWT");
  EXPECT_EQ(prediction(result, "meropenem"), "WT");
  lose(result, "ompK36", "truncated");
  EXPECT_EQ(prediction(result, "meropenem"), "NWT");
  EXPECT_TRUE(fired(result, "meropenem", "ENT-CARB-002"));
}

TEST(Prediction, PorinLossAloneOnlyContributes) {
  auto result = wild_type();
  lose(result, "ompK36", "interrupted");
  EXPECT_EQ(prediction(result, "meropenem"), "WT");
  EXPECT_TRUE(fired(result, "meropenem", "ENT-CARB-012"));
}

TEST(Prediction, ANarrowSpectrumShvIsNoEsbl) {
  auto result = with({gene("blaSHV-1", {"ampicillin"})});
  lose(result, "ompK36", "truncated");
  EXPECT_EQ(prediction(result, "cefotaxime"), "WT");
  EXPECT_EQ(prediction(result, "meropenem"), "WT");
}

TEST(Prediction, ACombinationCountsOnlyIfMoreResistantThanItsParts) {
  auto result = with({gene("blaKPC-2", kCarbapenems, "carbapenemase"),
                      gene("blaCTX-M-15", {"cefotaxime", "ceftazidime"})});
  lose(result, "ompK35", "truncated");
  EXPECT_TRUE(fired(result, "ertapenem", "ENT-CARB-001"));
  EXPECT_FALSE(fired(result, "ertapenem", "ENT-CARB-005")) << "weaker than the carbapenemase";
  auto two = with({gene("qnrB1", {"ciprofloxacin"}), mutation("gyrA S83I")});
  EXPECT_FALSE(fired(two, "ciprofloxacin", "ENT-FQ-003"));
  two.determinants.push_back(mutation("parC S80I"));
  EXPECT_TRUE(fired(two, "ciprofloxacin", "ENT-FQ-003"));
  auto steps = with({mutation("gyrA S83I"), mutation("gyrA D87N")});
  EXPECT_TRUE(fired(steps, "ciprofloxacin", "ENT-FQ-004"));
}

TEST(Prediction, LossOfMgrBAndMcrRaiseColistin) {
  for (const auto* state : {"truncated", "interrupted", "absent"}) {
    auto result = wild_type();
    lose(result, "mgrB", state);
    EXPECT_EQ(prediction(result, "colistin"), "NWT") << state;
  }
  EXPECT_EQ(prediction(with({gene("mcr-1.1", {"colistin"}, "mcr")}), "colistin"), "NWT");
  EXPECT_EQ(prediction(with({gene("mcr-9", {"colistin"}, "mcr")}), "colistin"), "uncertain");
}

TEST(Prediction, ATargetThatCannotBeAssessedOrIsChangedLeavesTheQuestionOpen) {
  auto result = wild_type();
  for (const auto* state : {"not_assessable", "missense"}) {
    lose(result, "mgrB", state);
    EXPECT_EQ(prediction(result, "colistin"), "uncertain") << state;
  }
}

TEST(Prediction, AnInsertionBeforeAWholeTargetLeavesTheQuestionOpen) {
  auto result = wild_type();
  for (auto& target : result.targets)
    if (target.gene == "mgrB") target.detail = "upstream_insertion:1200@30";
  EXPECT_EQ(prediction(result, "colistin"), "uncertain");
  EXPECT_TRUE(fired(result, "colistin", "ENT-COL-003"));
}

TEST(Prediction, ATargetThatWasNotLookedAtForbidsTheWildType) {
  auto result = wild_type();
  std::erase_if(result.targets, [](const Target& target) { return target.gene == "mgrB"; });
  EXPECT_EQ(prediction(result, "colistin"), "no_rule");
  EXPECT_EQ(prediction(result, "gentamicin"), "WT") << "no target stands behind it";
}

TEST(Prediction, AnUnknownChangeWhereOthersResistForbidsTheWildType) {
  auto result = wild_type();
  lose(result, "gyrA", "missense");
  EXPECT_EQ(prediction(result, "ciprofloxacin"), "WT") << "a change elsewhere in the gene";
  for (auto& target : result.targets)
    if (target.gene == "gyrA") target.detail = "unclassified_at_known_codon:S83W";
  EXPECT_EQ(prediction(result, "ciprofloxacin"), "no_rule");
}

TEST(Prediction, ACodonThatWasNotReadForbidsTheWildType) {
  for (const auto* gene_name : {"gyrA", "parC"})
    for (const auto* state : {"truncated", "interrupted", "absent", "not_assessable"}) {
      auto result = wild_type();
      lose(result, gene_name, state);
      EXPECT_EQ(prediction(result, "ciprofloxacin"), "no_rule") << gene_name << " " << state;
      EXPECT_EQ(prediction(result, "gentamicin"), "WT") << gene_name << " " << state;
    }
  auto result = wild_type();
  lose(result, "pmrB", "truncated");
  EXPECT_EQ(prediction(result, "colistin"), "no_rule");
}

TEST(Prediction, AMutationSpeaksThoughAnotherTargetWasNotRead) {
  auto result = with({mutation("gyrA S83I")});
  lose(result, "parC", "not_assessable");
  EXPECT_EQ(prediction(result, "ciprofloxacin"), "NWT");
}

TEST(Prediction, APorinThatCannotBeAssessedForbidsTheWildTypeWhereItsLossWouldMatter) {
  auto result = wild_type();
  lose(result, "ompK36", "not_assessable");
  EXPECT_EQ(prediction(result, "meropenem"), "WT") << "one porin alone raises nothing";
  result.determinants = {gene("blaCTX-M-15", {"cefotaxime"})};
  EXPECT_EQ(prediction(result, "meropenem"), "uncertain");
  result.determinants.clear();
  lose(result, "ompK35", "truncated");
  EXPECT_EQ(prediction(result, "meropenem"), "uncertain") << "both may be lost";
}

TEST(Prediction, AGeneWithoutAnyAlleleNamedBelongsToItsFamily) {
  auto ndm = gene("blaNDM", kCarbapenems, "carbapenemase");
  ndm.allele_status = AlleleStatus::novel;
  EXPECT_TRUE(fired(with({ndm}), "ceftazidime-avibactam", "ENT-NEWBL-001"));
  auto oxa = gene("blaOXA", {"ampicillin"});
  oxa.allele_status = AlleleStatus::novel;
  EXPECT_EQ(prediction(with({oxa}), "meropenem"), "WT") << "OXA-1 as likely as OXA-48";
}

TEST(Prediction, ARuleHoldsForItsSpeciesOnly) {
  auto result = wild_type();
  lose(result, "mgrB", "absent");
  result.species.name = "Escherichia coli";
  EXPECT_FALSE(fired(result, "colistin", "ENT-COL-003"));
}

TEST(Prediction, AnUnknownOrganismHasNoRules) {
  auto result = with({gene("blaKPC-2", kCarbapenems, "carbapenemase")});
  result.species.name = "";
  EXPECT_EQ(prediction(result, "gentamicin"), "no_rule");
  EXPECT_EQ(prediction(result, "meropenem"), "NWT") << "by the imported phenotype";
}

TEST(Prediction, ABadGenomeCannotShowTheWildType) {
  auto result = wild_type();
  result.quality.verdict = Verdict::fail;
  EXPECT_EQ(prediction(result, "meropenem"), "uncertain");
  result = wild_type();
  result.contamination.verdict = Verdict::fail;
  EXPECT_EQ(prediction(result, "meropenem"), "uncertain");
}

TEST(Prediction, AGenusOrAnUnknownOrganismHasNoWildType) {
  for (const auto* rank : {"genus", "unknown", ""}) {
    auto result = wild_type();
    result.species.rank = rank;
    EXPECT_EQ(prediction(result, "meropenem"), "uncertain") << rank;
    result.determinants = {gene("blaKPC-2", kCarbapenems, "carbapenemase")};
    EXPECT_EQ(prediction(result, "meropenem"), "NWT") << rank << " hides no finding";
  }
  auto result = wild_type();
  result.species.name = "Klebsiella pneumoniae complex";
  result.species.rank = "complex";
  EXPECT_EQ(prediction(result, "meropenem"), "WT");
}

TEST(Prediction, ASpeciesOutsideTheTableHasNoWildType) {
  auto result = wild_type();
  result.quality.verdict = Verdict::warn;
  result.quality.reasons = {"contigs:300/250"};
  EXPECT_EQ(prediction(result, "meropenem"), "WT");
  result.quality.reasons.push_back("species_not_in_table");
  EXPECT_EQ(prediction(result, "meropenem"), "uncertain");
}

TEST(Prediction, A16sMethylaseTakesAllAminoglycosides) {
  const auto result =
      with({gene("rmtB", {"amikacin", "gentamicin", "tobramycin"}, "16s_methylase")});
  for (const auto* agent : {"gentamicin", "tobramycin", "amikacin", "plazomicin"})
    EXPECT_EQ(prediction(result, agent), "NWT") << agent;
}

TEST(Prediction, TheOrderOfDeterminantsDoesNotMatter) {
  auto result = with({gene("blaKPC-2", kCarbapenems, "carbapenemase"), gene("rmtB", {"amikacin"}),
                      gene("blaCTX-M-14", {"cefotaxime"})});
  const auto one = predicted(result, "cefotaxime");
  std::reverse(result.determinants.begin(), result.determinants.end());
  const auto other = predicted(result, "cefotaxime");
  EXPECT_EQ(one.rules, other.rules);
  EXPECT_EQ(one.determinants, other.determinants);
}

}  // namespace
}  // namespace kres::genome
