// Facts of real genomes that the literature or another program gives.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/scenario/findings/real_genomes.h"

namespace kres::testing {
namespace {

using genome::Determinant;
using genome::DeterminantKind;
using genome::GenomeResult;

class Facts : public ::testing::Test {
 protected:
  // Skips the test if the genome or the releases are absent.
  void analyse(const char* genome, const char* species) {
    const auto contigs = case_genome(genome);
    if (contigs.empty() || shared_set().empty())
      GTEST_SKIP() << "the shared genomes and releases are absent";
    const auto results = analyse_all({{"facts", contigs}}, species, shared_set());
    ASSERT_EQ(results.size(), 1U);
    result_ = results.front();
    ready_ = true;
  }

  std::vector<const Determinant*> genes(std::string_view start) const {
    std::vector<const Determinant*> found;
    for (const auto& d : result_.determinants)
      if (d.kind == DeterminantKind::gene && d.symbol.starts_with(start)) found.push_back(&d);
    return found;
  }

  std::string acquired_carbapenemases() const {
    std::string found;
    for (const auto& d : result_.determinants)
      if (d.critical_family == "carbapenemase" && !d.intrinsic) found += d.symbol + " ";
    return found;
  }

  GenomeResult result_;
  bool ready_ = false;
};

TEST_F(Facts, E745CarriesAFunctionalVanAOnAPlasmidWithReplicon) {
  analyse("enterococcus_faecium_E745_vanA.fna.gz", "Enterococcus faecium");
  if (!ready_) return;
  ASSERT_EQ(result_.van_operons.size(), 1U);
  const auto& operon = result_.van_operons[0];
  EXPECT_EQ(operon.type, "vanA");
  EXPECT_EQ(operon.verdict, "FUNCTIONAL");
  EXPECT_TRUE(std::any_of(result_.replicons.begin(), result_.replicons.end(),
                          [&](const auto& r) { return r.contig == operon.contig; }));
  const auto van = genes("VanHAX");
  ASSERT_EQ(van.size(), 1U);
  EXPECT_EQ(van[0]->context.location, "plasmid");
  EXPECT_TRUE(std::any_of(van[0]->context.neighbours.begin(), van[0]->context.neighbours.end(),
                          [](const auto& neighbour) { return neighbour.kind == "replicon"; }));
}

TEST_F(Facts, Ec590CarriesMcr11ThreeTimes) {
  analyse("escherichia_coli_EC590_mcr-1.fna.gz", "Escherichia coli");
  if (!ready_) return;
  const auto mcr = genes("mcr-1");
  ASSERT_EQ(mcr.size(), 3U);
  for (const auto* copy : mcr) {
    EXPECT_EQ(copy->allele, "mcr-1.1");
    EXPECT_EQ(copy->copies, 3.0);
    EXPECT_FALSE(copy->intrinsic);
  }
}

TEST_F(Facts, Pao1HasItsOwnBetaLactamasesAndNoAcquiredCarbapenemase) {
  analyse("pseudomonas_aeruginosa_PAO1.fna.gz", "Pseudomonas aeruginosa");
  if (!ready_) return;
  const auto oxa = genes("blaOXA-");
  ASSERT_EQ(oxa.size(), 1U);
  EXPECT_TRUE(oxa[0]->intrinsic) << oxa[0]->symbol;
  auto ampc = genes("blaPDC");
  for (const auto* pao : genes("blaPAO")) ampc.push_back(pao);
  ASSERT_EQ(ampc.size(), 1U);
  EXPECT_TRUE(ampc[0]->intrinsic) << ampc[0]->symbol;
  EXPECT_EQ(acquired_carbapenemases(), "");
}

TEST_F(Facts, TheOxa51LikeOfBaumanniiIsIntrinsicAndNoOtherOxaIs) {
  analyse("acinetobacter_baumannii_GCF_008632635.fna.gz", "Acinetobacter baumannii");
  if (!ready_) return;
  std::size_t intrinsic = 0;
  for (const auto* oxa : genes("blaOXA")) intrinsic += oxa->intrinsic ? 1U : 0U;
  EXPECT_EQ(intrinsic, 1U);
  const auto adc = genes("blaADC");
  ASSERT_FALSE(adc.empty());
  EXPECT_TRUE(adc[0]->intrinsic);
}

TEST_F(Facts, Usa300HasAcquiredMecAWithItsNeighbours) {
  analyse("staphylococcus_aureus_USA300_TCH1516.fna.gz", "Staphylococcus aureus");
  if (!ready_) return;
  const auto mec = genes("mecA");
  ASSERT_EQ(mec.size(), 1U);
  EXPECT_FALSE(mec[0]->intrinsic);
  EXPECT_EQ(mec[0]->function, genome::FunctionState::intact);
  EXPECT_FALSE(mec[0]->context.neighbours.empty());
}

TEST_F(Facts, TheCrypticAcetyltransferaseOfSalmonellaIsIntrinsic) {
  analyse("salmonella_enterica_FDAARGOS_878.fna.gz", "Salmonella enterica");
  if (!ready_) return;
  const auto aac = genes("aac(6')-I");
  ASSERT_EQ(aac.size(), 1U);
  EXPECT_TRUE(aac[0]->intrinsic) << aac[0]->symbol;
}

}  // namespace
}  // namespace kres::testing
