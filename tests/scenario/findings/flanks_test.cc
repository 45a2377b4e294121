// Lost targets and insertions before genes, in real genomes with one gene cut out or moved.
#include <algorithm>

#include <gtest/gtest.h>

#include "sequence/nucleotides.h"
#include "tests/scenario/findings/real_genomes.h"

namespace kres::testing {
namespace {

using genome::GenomeResult;
using genome::Target;

constexpr const char* kHs11286 = "/usr/share/doc/kleborate/examples/data/Klebs_HS11286.fna.xz";
constexpr const char* kChromosome = "CP003200.1";
// mgrB of HS11286 as blastn places it: 144 bases on the reverse strand.
constexpr std::size_t kFirst = 3337154, kLast = 3337297;
constexpr std::size_t kUpstream = kLast + 1;  // the base before the start codon

// An element of 1.2 kb with ends that are each other's reverse complement.
std::string element() {
  const std::string end = "GGAAGGTGCGAACAAGTCCCTGATATGAGA";
  return end + unlike_anything(1140) + sequence::reverse_complement(end);
}

bool has_disruption(const GenomeResult& result, std::string_view gene) {
  return std::any_of(result.determinants.begin(), result.determinants.end(), [&](const auto& d) {
    return d.kind == genome::DeterminantKind::disruption && d.gene == gene &&
           d.function == genome::FunctionState::broken && d.function_reason == "absent";
  });
}

bool warns_of_insertion(const GenomeResult& result) {
  return std::any_of(result.warnings.begin(), result.warnings.end(),
                     [](const auto& w) { return w.starts_with("upstream_insertion:"); });
}

class Flanks : public ::testing::Test {
 protected:
  void SetUp() override {
    auto assembly = sequence::read_assembly(kHs11286);
    if (!assembly) GTEST_SKIP() << "Kleborate's example genomes are absent";
    genome_ = std::move(assembly->contigs);
  }

  // The genome with [first, last] of its chromosome replaced, in the direction of mgrB.
  Contigs with(std::size_t first, std::size_t last, const std::string& bases) const {
    auto contigs = genome_;
    replace_bases(contigs, kChromosome, first, last, bases, '-');
    return contigs;
  }

  // The element `distance` bases before the start codon of mgrB.
  Contigs with_element(std::size_t distance) const {
    return with(kUpstream + distance, kUpstream + distance - 1, element());
  }

  // Contigs with the chromosome turned so that it begins at the base.
  static Contigs turned(Contigs contigs, std::size_t first) {
    std::rotate(contigs[0].bases.begin(),
                contigs[0].bases.begin() + static_cast<std::ptrdiff_t>(first - 1),
                contigs[0].bases.end());
    contigs[0].circular = true;
    return contigs;
  }

  static Contigs reversed(Contigs contigs) {
    contigs[0].bases = sequence::reverse_complement(contigs[0].bases);
    return contigs;
  }

  static std::vector<GenomeResult> analyse(std::vector<Edit> edits) {
    return analyse_all(edits, "Klebsiella pneumoniae");
  }

  Contigs genome_;
};

TEST_F(Flanks, AGeneCutOutBetweenItsFlanksIsAbsentAndResists) {
  const auto clean = with(kFirst, kLast, "");
  const auto results = analyse({{"absent_clean", clean},
                                {"absent_reverse", reversed(clean)},
                                {"absent_origin", turned(clean, kFirst)},
                                {"absent_origin_100", turned(clean, kFirst - 100)}});
  ASSERT_EQ(results.size(), 4U);
  for (const auto& result : results) {
    const auto* mgrb = target(result, "mgrB");
    ASSERT_NE(mgrb, nullptr);
    EXPECT_EQ(mgrb->state, "absent") << result.input[0].path;
    EXPECT_EQ(mgrb->detail, "flanks_adjacent:0") << result.input[0].path;
    EXPECT_TRUE(has_disruption(result, "mgrB")) << result.input[0].path;
    EXPECT_EQ(prediction(result, "colistin"), "NWT") << result.input[0].path;
  }
  EXPECT_EQ(target(results[0], "mgrB")->strand, '-');
  EXPECT_EQ(target(results[0], "mgrB")->start, kFirst - 1);
  EXPECT_EQ(target(results[0], "mgrB")->end, kFirst);
  EXPECT_EQ(target(results[1], "mgrB")->strand, '+');
}

TEST_F(Flanks, AGeneReplacedByForeignBasesIsAbsent) {
  const auto results = analyse({{"replaced", with(kFirst, kLast, unlike_anything(1000))}});
  ASSERT_EQ(results.size(), 1U);
  const auto* mgrb = target(results[0], "mgrB");
  EXPECT_EQ(mgrb->state, "absent");
  EXPECT_EQ(mgrb->detail, "replaced:1000");
  EXPECT_EQ(prediction(results[0], "colistin"), "NWT");
}

TEST_F(Flanks, AGeneThatMayStandInAGapOrUnderAnotherFormIsNotAbsent) {
  auto cut = with(kFirst, kLast, "");
  cut.push_back({"second", "", cut[0].bases.substr(kFirst - 1), false});
  cut[0].bases.resize(kFirst - 1);
  const auto results = analyse({{"gap_of_n", with(kFirst, kLast, std::string(100, 'N'))},
                                {"short_gap_of_n", with(kFirst, kLast, std::string(10, 'N'))},
                                {"contig_ends", cut},
                                {"as_long_as_mgrb", with(kFirst, kLast, unlike_anything(144))}});
  ASSERT_EQ(results.size(), 4U);
  for (const auto& result : results) {
    const auto* mgrb = target(result, "mgrB");
    EXPECT_EQ(mgrb->state, "not_assessable") << result.input[0].path;
    EXPECT_EQ(mgrb->detail, "not_found") << result.input[0].path;
    EXPECT_FALSE(has_disruption(result, "mgrB")) << result.input[0].path;
  }
}

TEST_F(Flanks, AnElementBeforeMgrBIsSeenAtItsDistance) {
  const std::vector<std::size_t> distances = {20, 60, 120};
  std::vector<Edit> edits;
  for (const auto distance : distances)
    edits.push_back({"before_" + std::to_string(distance), with_element(distance)});
  edits.push_back({"before_reverse", reversed(with_element(60))});
  edits.push_back({"before_origin", turned(with_element(60), kLast + 10)});
  edits.push_back({"before_origin_inside", turned(with_element(60), kLast + 600)});
  const auto results = analyse(edits);
  ASSERT_EQ(results.size(), edits.size());
  for (std::size_t i = 0; i < results.size(); ++i) {
    const auto& result = results[i];
    const auto distance = i < distances.size() ? distances[i] : 60;
    const auto* mgrb = target(result, "mgrB");
    EXPECT_EQ(mgrb->state, "intact") << edits[i].name;
    EXPECT_TRUE(mgrb->detail.starts_with("upstream_insertion:1200@")) << mgrb->detail;
    ASSERT_EQ(result.insertions.size(), 1U) << edits[i].name;
    const auto& insertion = result.insertions[0];
    EXPECT_EQ(insertion.gene, "mgrB");
    EXPECT_EQ(insertion.place, "upstream");
    // Equal bases at both ends of the element leave its place open by as many.
    EXPECT_NEAR(static_cast<double>(insertion.distance), static_cast<double>(distance), 2)
        << edits[i].name;
    EXPECT_TRUE(warns_of_insertion(result)) << edits[i].name;
    EXPECT_FALSE(has_disruption(result, "mgrB")) << "the gene itself is whole";
  }
  EXPECT_GE(results[0].insertions[0].inverted_repeat, 20U);
}

TEST_F(Flanks, AnElementBeforeMgrBLeavesColistinOpen) {
  auto assembly =
      sequence::read_assembly("/usr/share/doc/kleborate/examples/data/NTUH-K2044.fna.xz");
  ASSERT_TRUE(assembly);
  // mgrB of NTUH-K2044 as blastn places it: 3288318 to 3288461 on the reverse strand.
  auto contigs = assembly->contigs;
  replace_bases(contigs, "AP006725.1", 3288461 + 31, 3288461 + 30, element(), '-');
  const auto results = analyse({{"wild_type", assembly->contigs}, {"open", contigs}});
  ASSERT_EQ(results.size(), 2U);
  EXPECT_EQ(prediction(results[0], "colistin"), "WT");
  EXPECT_EQ(prediction(results[1], "colistin"), "uncertain");
}

TEST_F(Flanks, AContigThatEndsBeforeTheGeneSaysNothing) {
  auto cut = genome_;
  cut.push_back({"second", "", cut[0].bases.substr(kLast + 50), false});
  cut[0].bases.resize(kLast + 50);
  const auto results =
      analyse({{"cut_before", cut},
               {"unread_before", with(kUpstream + 60, kUpstream + 59, std::string(100, 'N'))}});
  ASSERT_EQ(results.size(), 2U);
  for (const auto& result : results) {
    EXPECT_EQ(target(result, "mgrB")->state, "intact") << result.input[0].path;
    EXPECT_EQ(target(result, "mgrB")->detail, "") << result.input[0].path;
    EXPECT_TRUE(result.insertions.empty()) << result.input[0].path;
  }
}

TEST_F(Flanks, GenomesAsTheyAreGiveNothing) {
  for (const auto* name : {"Klebs_HS11286", "Klebs_Kp1084", "MGH78578", "NTUH-K2044"}) {
    const auto assembly = sequence::read_assembly(
        std::string("/usr/share/doc/kleborate/examples/data/") + name + ".fna.xz");
    ASSERT_TRUE(assembly) << name;
    const auto results = analyse({{name, assembly->contigs}});
    ASSERT_EQ(results.size(), 1U) << name;
    EXPECT_FALSE(warns_of_insertion(results[0])) << name;
    for (const auto& seen : results[0].targets)
      EXPECT_NE(seen.state, "absent") << name << seen.gene;
  }
}

TEST(FlanksOfAcinetobacter, AnElementBeforeOxa51OrAdcIsNamed) {
  const auto genome = case_genome("acinetobacter_baumannii_GCF_008632635.fna.gz");
  if (genome.empty()) GTEST_SKIP() << "the shared genomes are absent";
  // As blastn places them: blaOXA-51-like from 2227873 on, blaADC down to 1220309 from 1221460.
  auto oxa = genome, adc = genome;
  replace_bases(oxa, "NZ_CP043953.1", 2227873 - 7, 2227873 - 8, element());
  replace_bases(adc, "NZ_CP043953.1", 1221460 + 10, 1221460 + 9, element(), '-');
  const auto results = analyse_all({{"ab_as_is", genome}, {"ab_oxa", oxa}, {"ab_adc", adc}},
                                   "Acinetobacter baumannii");
  ASSERT_EQ(results.size(), 3U);
  EXPECT_TRUE(results[0].insertions.empty());
  for (const auto& [result, gene, distance] :
       {std::tuple(results[1], "blaOXA", 7.0), std::tuple(results[2], "blaADC", 9.0)}) {
    ASSERT_EQ(result.insertions.size(), 1U) << gene;
    EXPECT_TRUE(result.insertions[0].gene.starts_with(gene));
    EXPECT_NEAR(static_cast<double>(result.insertions[0].distance), distance, 2);
    EXPECT_TRUE(warns_of_insertion(result));
  }
}

}  // namespace
}  // namespace kres::testing
