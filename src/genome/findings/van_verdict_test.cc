// Verdicts on van clusters, gene by gene.
#include "genome/findings/van_verdict.h"

#include <gtest/gtest.h>

#include "base/files.h"

namespace kres::genome {
namespace {

const VanTable& table() {
  static const VanTable kTable = [] {
    const Path data = Path(KRES_SOURCE_DIR) / "data";
    return VanTable::parse(read_file(data / "van_clusters.tsv").value(), "van_clusters.tsv",
                           read_file(data / "van_parts.tsv").value(), "van_parts.tsv")
        .value();
  }();
  return kTable;
}

struct Spot {
  const char* gene;
  std::uint64_t start, end;
  const char* state = "intact";
  const char* contig = "plasmid";
};

// The vanA cluster of Tn1546 in its own direction, bases counted as in accession M97297.
std::vector<Spot> tn1546() {
  return {{"vanR-A", 3976, 4671}, {"vanS-A", 4649, 5803}, {"vanH-A", 6018, 6986},
          {"vanA", 6979, 8010},   {"vanX-A", 8016, 8624}, {"vanY-A", 9052, 9963}};
}

std::vector<VanGeneFound> genes_of(const std::vector<Spot>& spots) {
  std::vector<VanGeneFound> genes;
  for (const auto& spot : spots) {
    const auto place = table().find(spot.gene);
    EXPECT_TRUE(place) << spot.gene;
    genes.push_back({.gene = {.gene = spot.gene,
                              .role = std::string(name_of(place->role)),
                              .state = spot.state,
                              .reason = spot.state == std::string("broken") ? "frameshift:9" : "",
                              .contig = spot.contig,
                              .start = spot.start,
                              .end = spot.end},
                     .type = place->type,
                     .role = place->role});
  }
  return genes;
}

VanSurroundings whole_plasmid() {
  VanSurroundings surroundings{.contigs = {{"plasmid", 50'000, true}, {"other", 60'000, false}},
                               .species = "Enterococcus faecium"};
  for (const auto& spot : tn1546()) surroundings.searched.insert(spot.gene);
  return surroundings;
}

VanOperon only(const std::vector<Spot>& spots, const VanSurroundings& where = whole_plasmid()) {
  const auto operons = judge_van_clusters(genes_of(spots), where);
  EXPECT_EQ(operons.size(), 1U);
  return operons.empty() ? VanOperon{} : operons.front();
}

using Reasons = std::vector<std::string>;

std::vector<Spot> without(std::vector<Spot> spots, std::string_view gene) {
  std::erase_if(spots, [&](const Spot& spot) { return spot.gene == gene; });
  return spots;
}

TEST(VanVerdict, AWholeClusterIsFunctional) {
  const auto operon = only(tn1546());
  EXPECT_EQ(operon.type, "vanA");
  EXPECT_EQ(operon.verdict, "FUNCTIONAL");
  EXPECT_EQ(operon.reasons, Reasons{});
  EXPECT_EQ(operon.start, 3976U);
  EXPECT_EQ(operon.end, 9963U);
  EXPECT_FALSE(operon.intrinsic);
}

TEST(VanVerdict, ABrokenOrLostRegulatorOrSensorSilencesTheCluster) {
  for (const std::size_t gene : {0U, 1U}) {
    auto spots = tn1546();
    spots[gene].state = "broken";
    EXPECT_EQ(only(spots).verdict, "SILENT") << spots[gene].gene;
    EXPECT_EQ(only(without(tn1546(), spots[gene].gene)).verdict, "SILENT") << spots[gene].gene;
  }
  EXPECT_EQ(only(without(tn1546(), "vanR-A")).reasons, Reasons{"missing:regulator"});
}

TEST(VanVerdict, ABrokenOrLostGeneOfTheLigaseSetMakesItIncomplete) {
  for (const std::size_t gene : {2U, 3U, 4U}) {
    auto spots = tn1546();
    spots[gene].state = "broken";
    EXPECT_EQ(only(spots).verdict, "INCOMPLETE") << spots[gene].gene;
    EXPECT_EQ(only(without(tn1546(), spots[gene].gene)).verdict, "INCOMPLETE") << spots[gene].gene;
  }
}

TEST(VanVerdict, AnAccessoryGeneIsNotNeeded) {
  EXPECT_EQ(only(without(tn1546(), "vanY-A")).verdict, "FUNCTIONAL");
}

TEST(VanVerdict, GenesOfAnotherTypeDoNotCompleteACluster) {
  auto spots = without(tn1546(), "vanX-A");
  spots.push_back({"vanX-B", 8016, 8624});
  auto where = whole_plasmid();
  where.searched.insert({"vanB", "vanH-B", "vanX-B"});
  const auto operons = judge_van_clusters(genes_of(spots), where);
  ASSERT_EQ(operons.size(), 2U);
  EXPECT_EQ(operons[0].verdict, "INCOMPLETE");
  EXPECT_EQ(operons[1].verdict, "INCOMPLETE");
}

TEST(VanVerdict, AGeneThatMayLieBeyondAContigEndIsNotMissing) {
  auto where = whole_plasmid();
  where.contigs = {{"plasmid", 8'700, false}};
  const auto operon = only(without(tn1546(), "vanX-A"), where);
  EXPECT_EQ(operon.verdict, "NOT_ASSESSABLE");
  EXPECT_EQ(operon.reasons, Reasons{"contig_end:dipeptidase"});
}

TEST(VanVerdict, GenesOnTwoContigEndsAreOneCluster) {
  auto where = whole_plasmid();
  where.contigs = {{"plasmid", 8'700, false}, {"other", 7'000, false}};
  auto spots = tn1546();
  spots[0].contig = spots[1].contig = "other";
  const auto operon = only(spots, where);
  EXPECT_EQ(operon.verdict, "FUNCTIONAL");
  EXPECT_EQ(operon.reasons, Reasons{"genes_on_several_contigs"});
}

TEST(VanVerdict, AReferenceWithoutRegulatorsCannotSayFunctional) {
  auto where = whole_plasmid();
  where.searched = {"vanH-A", "vanA", "vanX-A"};
  const auto operon = only(without(without(tn1546(), "vanR-A"), "vanS-A"), where);
  EXPECT_EQ(operon.verdict, "NOT_ASSESSABLE");
  EXPECT_EQ(operon.reasons, (Reasons{"not_in_reference:regulator", "not_in_reference:sensor"}));
}

TEST(VanVerdict, UnreadBasesAreNoDamage) {
  auto spots = tn1546();
  spots[3].state = "not_assessable";
  EXPECT_EQ(only(spots).verdict, "NOT_ASSESSABLE");
}

// IS1251 stands between vanS and vanH in many resistant isolates: an insertion is named, no more.
TEST(VanVerdict, ADeletedPromoterSilencesAChangedOneIsNamed) {
  auto longer = tn1546();
  for (std::size_t i = 2; i < longer.size(); ++i) longer[i].start += 1500, longer[i].end += 1500;
  EXPECT_EQ(only(longer).verdict, "FUNCTIONAL");
  EXPECT_EQ(only(longer).reasons, Reasons{"promoter_changed:+1500"});
  auto shorter = tn1546();
  for (std::size_t i = 2; i < shorter.size(); ++i) shorter[i].start -= 200, shorter[i].end -= 200;
  EXPECT_EQ(only(shorter).verdict, "SILENT");
  EXPECT_EQ(only(shorter).reasons, Reasons{"promoter_deleted:200"});
}

TEST(VanVerdict, VanCBelongsToGallinarumAndNotToFaecium) {
  const std::vector<Spot> spots = {{"vanC1", 100, 1131}, {"vanXY-C", 1128, 1700}};
  auto where = whole_plasmid();
  EXPECT_FALSE(only(spots, where).intrinsic);
  where.species = "Enterococcus gallinarum";
  EXPECT_TRUE(only(spots, where).intrinsic);
}

TEST(VanVerdict, TwoClustersFarApartAreTwoOperons) {
  auto spots = tn1546();
  for (auto spot : tn1546()) {
    spot.start += 25'000, spot.end += 25'000;
    if (spot.gene == std::string("vanA")) spot.state = "broken";
    spots.push_back(spot);
  }
  const auto operons = judge_van_clusters(genes_of(spots), whole_plasmid());
  ASSERT_EQ(operons.size(), 2U);
  EXPECT_EQ(operons[0].verdict, "FUNCTIONAL");
  EXPECT_EQ(operons[1].verdict, "INCOMPLETE");
}

TEST(VanVerdict, ALoneAccessoryGeneIsNoCluster) {
  EXPECT_TRUE(judge_van_clusters(genes_of({{"vanZ-A", 10, 400}}), whole_plasmid()).empty());
}

}  // namespace
}  // namespace kres::genome
