// What a line of AMRFinderPlus becomes, and what it does not.
#include "exchange/genotype/amrfinder_result.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/files.h"

namespace kres::exchange {
namespace {

using genome::AlleleStatus;
using genome::Determinant;
using genome::DeterminantKind;
using genome::FunctionState;
using genome::GenomeResult;

std::string data(const std::string& name) {
  return read_file(Path(KRES_SOURCE_DIR) / "data" / name).value();
}

const GenotypeTables& tables() {
  static const GenotypeTables all = {
      genome::NcbiSubclasses::parse(data("ncbi_subclasses.tsv"), "s").value(),
      genome::GeneFamilies::parse(data("gene_families.tsv"), "f").value(),
      genome::IntrinsicTable::parse(data("intrinsic.tsv"), "i", data("oxa_families.tsv"), "o")
          .value(),
      genome::parse_targets(data("targets.tsv"), "t").value()};
  return all;
}

Organism klebsiella() {
  return OrganismTable::parse(data("organisms.tsv"), "organisms.tsv")
      .value()
      .resolve("Klebsiella pneumoniae")
      .value();
}

// Lines: symbol, subtype, class, subclass, method, coverage, contig, start; "," between.
GenomeResult result_of(const std::vector<std::string>& lines, const std::string& isolate = "A") {
  std::string text =
      "Name\tElement symbol\tType\tSubtype\tClass\tSubclass\tMethod\t% Coverage of reference\t"
      "Contig id\tStart\tClosest reference name\n";
  for (const auto& line : lines) text += "A\t" + line + "\n";
  const auto table = read_amrfinder_table(text, "g.tsv");
  EXPECT_TRUE(table) << table.error().text();
  auto result = amrfinder_result(*table, isolate, klebsiella(), tables());
  EXPECT_TRUE(result) << result.error().text();
  return result ? std::move(*result) : GenomeResult();
}

const Determinant* find(const GenomeResult& result, const std::string& symbol) {
  for (const auto& d : result.determinants)
    if (d.symbol == symbol) return &d;
  return nullptr;
}

std::string target_state(const GenomeResult& result, const std::string& gene) {
  for (const auto& target : result.targets)
    if (target.gene == gene) return target.state;
  return "not listed";
}

constexpr const char* kKpc =
    "blaKPC-3\tAMR\tAMR\tBETA-LACTAM\tCARBAPENEM\tALLELEX\t100\tc1\t10\tKPC-3";

TEST(AmrFinderResult, AnAlleleAtFullIdentityIsExactIntactAndCritical) {
  const auto result = result_of({kKpc});
  const auto* kpc = find(result, "blaKPC-3");
  ASSERT_NE(kpc, nullptr);
  EXPECT_EQ(kpc->allele, "blaKPC-3");
  EXPECT_EQ(kpc->allele_status, AlleleStatus::exact_protein);
  EXPECT_EQ(kpc->function, FunctionState::intact);
  EXPECT_EQ(kpc->critical_family, "carbapenemase");
  EXPECT_EQ(kpc->method, "reported");
  EXPECT_EQ(kpc->contig, "c1");
  EXPECT_NE(std::find(kpc->agents.begin(), kpc->agents.end(), "meropenem"), kpc->agents.end());
  EXPECT_EQ(result.species.name, "Klebsiella pneumoniae");
  EXPECT_EQ(result.species.complex, "Klebsiella pneumoniae complex");
  EXPECT_EQ(result.quality.verdict, genome::Verdict::warn);
}

TEST(AmrFinderResult, APartialOrBrokenGeneIsNotTakenForAWholeOne) {
  const auto result = result_of(
      {"blaNDM\tAMR\tAMR\tBETA-LACTAM\tCARBAPENEM\tPARTIAL_CONTIG_ENDX\t61\tc2\t1\tbeta-lactamase "
       "NDM-1",
       "blaVIM\tAMR\tAMR\tBETA-LACTAM\tCARBAPENEM\tINTERNAL_STOP\t100\tc3\t1\tVIM-1"});
  const auto* ndm = find(result, "blaNDM");
  ASSERT_NE(ndm, nullptr);
  EXPECT_EQ(ndm->allele_status, AlleleStatus::partial);
  EXPECT_EQ(ndm->function, FunctionState::not_assessable);
  EXPECT_TRUE(ndm->contig_end);
  EXPECT_EQ(ndm->nearest, "blaNDM-1");
  EXPECT_EQ(ndm->critical_family, "carbapenemase") << "though no allele is named";
  EXPECT_EQ(find(result, "blaVIM")->function, FunctionState::broken);
}

TEST(AmrFinderResult, LinesOfOnePlaceThatDifferInSubclassAreOneGene) {
  const auto line = [](const char* subclass, const char* start) {
    return std::string("aac(6')-Ib\tAMR\tAMR\tAMINOGLYCOSIDE\t") + subclass +
           "\tBLASTX\t100\tc1\t" + start + "\tx";
  };
  const auto result =
      result_of({line("AMIKACIN", "5"), line("TOBRAMYCIN", "5"), line("AMIKACIN", "900")});
  EXPECT_EQ(result.determinants.size(), 2U);
  const std::vector<std::string> both = {"amikacin", "tobramycin"};
  EXPECT_EQ(result.determinants.front().agents, both);
  EXPECT_EQ(result.determinants.front().drug_class, "aminoglycoside");
}

TEST(AmrFinderResult, GenesOfTheSpeciesAreIntrinsic) {
  const auto gene = [](const std::string& symbol, const char* subclass) {
    return symbol + "\tAMR\tAMR\tBETA-LACTAM\t" + subclass + "\tALLELEX\t100\tc1\t" +
           std::to_string(symbol.size()) + "\tx";
  };
  const auto result =
      result_of({gene("blaSHV-11", "BETA-LACTAM"), gene("blaSHV-2A", "CEPHALOSPORIN"),
                 gene("fosA", "FOSFOMYCIN"), gene("oqxA11", "QUINOLONE")});
  EXPECT_TRUE(find(result, "blaSHV-11")->intrinsic);
  EXPECT_FALSE(find(result, "blaSHV-2A")->intrinsic) << "a second one, and an ESBL";
  EXPECT_TRUE(find(result, "fosA")->intrinsic);
  EXPECT_TRUE(find(result, "oqxA11")->intrinsic);
  EXPECT_TRUE(find(result_of({gene("blaSHV", "BETA-LACTAM")}), "blaSHV")->intrinsic);
}

TEST(AmrFinderResult, ReportedChangesAreMutationsAndReportedLossIsALostTarget) {
  const auto result = result_of(
      {"ompK36_D135DGD\tAMR\tPOINT\tBETA-LACTAM\tCARBAPENEM\tPOINTX\t100\tc1\t1\tx",
       "ompK35_Y36STOP\tAMR\tPOINT\tBETA-LACTAM\tCARBAPENEM\tPOINTX\t100\tc1\t1\tx",
       "cirA_K633LfsTer8\tAMR\tPOINT_DISRUPT\tBETA-LACTAM\tCEFIDEROCOL\tPOINTX\t100\tc1\t1\tx"});
  const auto* insertion = find(result, "ompK36 D135DGD");
  ASSERT_NE(insertion, nullptr);
  EXPECT_EQ(insertion->kind, DeterminantKind::mutation);
  EXPECT_EQ(target_state(result, "ompK36"), "unreported")
      << "a reported change shows no whole gene";
  EXPECT_EQ(target_state(result, "ompK35"), "truncated");
  EXPECT_EQ(target_state(result, "cirA"), "truncated");
  EXPECT_EQ(find(result, "ompK35")->kind, DeterminantKind::disruption);
}

TEST(AmrFinderResult, SilenceAboutATargetIsNotItsWholeness) {
  const auto with_mutations =
      result_of({"gyrA_S83F\tAMR\tPOINT\tQUINOLONE\tQUINOLONE\tPOINTX\t100\tc1\t1\tx"});
  EXPECT_EQ(target_state(with_mutations, "mgrB"), "unreported");
  EXPECT_EQ(target_state(with_mutations, "parC"), "unreported");
  EXPECT_EQ(target_state(result_of({kKpc}), "mgrB"), "not listed")
      << "without --organism nobody looked";
}

TEST(AmrFinderResult, WhatCannotBeUsedIsNamed) {
  const auto result = result_of({kKpc, "iroB\tVIRULENCE\tVIRULENCE\t\t\tBLASTX\t100\tc1\t1\tx",
                                 "strange\tAMR\tPOINT\tQUINOLONE\tQUINOLONE\tPOINTX\t100\tc1\t1\tx",
                                 "newX\tAMR\tAMR\tNEW\tNEWMYCIN\tGUESSX\t100\tc1\t1\tx"});
  const std::vector<std::string> warnings = {
      "lines of type VIRULENCE left out: 1", "line 4: strange is no change that can be read",
      "method GUESSX of newX is not known", "subclass NEWMYCIN of newX is not known"};
  EXPECT_EQ(result.warnings, warnings);
  ASSERT_NE(find(result, "newX"), nullptr) << "named, though nothing is known of it";
}

TEST(AmrFinderResult, AnIsolateWithoutLinesIsNotAnIsolateWithoutGenes) {
  const auto table =
      read_amrfinder_table("Name\tElement symbol\tClass\nA\tsul1\tSULFONAMIDE\n", "g.tsv");
  const auto result = amrfinder_result(*table, "B", klebsiella(), tables());
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().text().find("holds no isolate 'B'"), std::string::npos);
  EXPECT_EQ(isolates_of(*table), std::vector<std::string>{"A"});
}

TEST(AmrFinderResult, ATableOfOneGenomeNeedsNoName) {
  const auto table = read_amrfinder_table("Element symbol\tClass\nsul1\tSULFONAMIDE\n", "g.tsv");
  const auto result = amrfinder_result(*table, "anything", klebsiella(), tables());
  ASSERT_TRUE(result);
  EXPECT_EQ(result->determinants.size(), 1U);
}

}  // namespace
}  // namespace kres::exchange
