// The vanA cluster of E. faecium E745, whole and damaged. Its genes were placed with blastn of
// NCBI's single genes: vanX 5705-6313, vanA 6319-7350, vanH 7343-8311, vanS 8526-9680, vanR
// 9658-10353, all on the reverse strand of plasmid CP014531.1.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/scenario/findings/real_genomes.h"

namespace kres::testing {
namespace {

constexpr const char* kPlasmid = "CP014531.1";

using genome::GenomeResult;

class VanOfE745 : public ::testing::Test {
 protected:
  void SetUp() override {
    contigs_ = case_genome("enterococcus_faecium_E745_vanA.fna.gz");
    if (contigs_.empty()) GTEST_SKIP() << "the shared case genomes are absent";
  }
  Contigs contigs_;
};

TEST_F(VanOfE745, StandsWhereTheSingleGenesAre) {
  const auto results = analyse_all({{"E745", contigs_}}, "Enterococcus faecium");
  ASSERT_EQ(results.size(), 1U);
  ASSERT_EQ(results[0].van_operons.size(), 1U);
  const auto& operon = results[0].van_operons[0];
  EXPECT_EQ(operon.type, "vanA");
  EXPECT_EQ(operon.contig, kPlasmid);
  const auto place = [&](const std::string& gene) {
    for (const auto& found : operon.genes)
      if (found.gene == gene) return std::make_pair(found.start, found.end);
    return std::make_pair(std::uint64_t{0}, std::uint64_t{0});
  };
  EXPECT_EQ(place("vanX-A"), std::make_pair(std::uint64_t{5705}, std::uint64_t{6313}));
  EXPECT_EQ(place("vanA"), std::make_pair(std::uint64_t{6319}, std::uint64_t{7350}));
  EXPECT_EQ(place("vanH-A"), std::make_pair(std::uint64_t{7343}, std::uint64_t{8311}));
}

// ResFinder's reference holds no regulators: resistance is not lost, but FUNCTIONAL is not said.
TEST_F(VanOfE745, WithoutRegulatorsInTheReferenceResistanceIsStillPredicted) {
  const auto results = analyse_all({{"E745", contigs_}}, "Enterococcus faecium");
  ASSERT_EQ(results.size(), 1U);
  EXPECT_EQ(results[0].van_operons.at(0).verdict, "NOT_ASSESSABLE");
  EXPECT_EQ(prediction(results[0], "vancomycin"), "NWT");
  EXPECT_EQ(prediction(results[0], "teicoplanin"), "NWT");
}

// With NCBI's regulators: Tn1546 of E745 works, and without its sensor it is a silent cluster.
TEST_F(VanOfE745, WithRegulatorsInTheReferenceItIsFunctionalUntilOneIsLost) {
  if (shared_set().empty()) GTEST_SKIP() << "the shared NCBI release is absent";
  std::vector<Edit> edits = {{"whole", contigs_}};
  edits.push_back({"sensor_deleted", contigs_});
  replace_bases(edits.back().contigs, kPlasmid, 8700, 9600, "");
  edits.push_back({"regulator_frameshift", contigs_});
  replace_bases(edits.back().contigs, kPlasmid, 10000, 10000, "");
  edits.push_back({"promoter_deleted", contigs_});
  replace_bases(edits.back().contigs, kPlasmid, 8320, 8510, "");
  edits.push_back({"ligase_stop", contigs_});
  replace_bases(edits.back().contigs, kPlasmid, 7051, 7053, "TAA", '-');
  const auto results = analyse_all(edits, "Enterococcus faecium", shared_set());
  ASSERT_EQ(results.size(), edits.size());
  const std::vector<std::string> verdicts = {"FUNCTIONAL", "SILENT", "SILENT", "SILENT",
                                             "INCOMPLETE"};
  for (std::size_t i = 0; i < results.size(); ++i) {
    ASSERT_EQ(results[i].van_operons.size(), 1U) << edits[i].name;
    EXPECT_EQ(results[i].van_operons[0].verdict, verdicts[i]) << edits[i].name;
    const auto vancomycin = prediction(results[i], "vancomycin");
    EXPECT_EQ(vancomycin == "NWT", verdicts[i] == "FUNCTIONAL") << edits[i].name;
    EXPECT_TRUE(verdicts[i] != "SILENT" || vancomycin == "uncertain") << edits[i].name;
  }
}

TEST_F(VanOfE745, ADamagedLigaseGivesNoResistance) {
  std::vector<Edit> edits;
  edits.push_back({"stop", contigs_});  // codon 100 of vanA: bases 298-300 of the gene
  replace_bases(edits.back().contigs, kPlasmid, 7051, 7053, "TAA", '-');
  edits.push_back({"deletion_300", contigs_});
  replace_bases(edits.back().contigs, kPlasmid, 6700, 6999, "");
  edits.push_back({"deletion_1", contigs_});
  replace_bases(edits.back().contigs, kPlasmid, 7000, 7000, "");
  edits.push_back({"insertion_1200", contigs_});
  replace_bases(edits.back().contigs, kPlasmid, 7000, 6999, unlike_anything(1200));
  edits.push_back({"insertion_6000", contigs_});
  replace_bases(edits.back().contigs, kPlasmid, 7000, 6999, unlike_anything(6000));
  const auto results = analyse_all(edits, "Enterococcus faecium");
  ASSERT_EQ(results.size(), edits.size());
  for (std::size_t i = 0; i < edits.size(); ++i) {
    ASSERT_EQ(results[i].van_operons.size(), 1U) << edits[i].name;
    EXPECT_EQ(results[i].van_operons[0].verdict, "INCOMPLETE") << edits[i].name;
    EXPECT_NE(prediction(results[i], "vancomycin"), "NWT") << edits[i].name;
    for (const auto& determinant : results[i].determinants) {
      if (determinant.critical_family != "van") continue;
      EXPECT_EQ(determinant.function, genome::FunctionState::broken) << edits[i].name;
    }
  }
}

TEST_F(VanOfE745, AContigThatEndsInTheLigaseLeavesItOpen) {
  auto cut = contigs_;
  const auto plasmid = std::find_if(cut.begin(), cut.end(),
                                    [](const auto& contig) { return contig.name == kPlasmid; });
  const std::string rest = plasmid->bases.substr(6999);
  plasmid->bases.resize(6900);
  cut.push_back({"rest", "", rest, false});
  const auto results = analyse_all({{"cut", cut}}, "Enterococcus faecium");
  ASSERT_EQ(results.size(), 1U);
  ASSERT_FALSE(results[0].van_operons.empty());
  for (const auto& operon : results[0].van_operons) EXPECT_EQ(operon.verdict, "NOT_ASSESSABLE");
  EXPECT_EQ(prediction(results[0], "vancomycin"), "uncertain");
}

TEST_F(VanOfE745, WithoutThePlasmidThereIsNoCluster) {
  std::erase_if(contigs_, [](const auto& contig) { return contig.name == kPlasmid; });
  const auto results = analyse_all({{"cured", contigs_}}, "Enterococcus faecium");
  ASSERT_EQ(results.size(), 1U);
  EXPECT_TRUE(results[0].van_operons.empty());
  EXPECT_NE(prediction(results[0], "vancomycin"), "NWT");
}

}  // namespace
}  // namespace kres::testing
