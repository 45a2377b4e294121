// A second genome shows in the depths of sampled places; errors, uneven depth and copies do not.
#include "genome/species/second_genome.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

constexpr ReadSettings kSettings{.second_genome_depth = 20,
                                 .second_genome_reads = 4,
                                 .second_genome_warn = 20,
                                 .second_genome_fail = 100};
constexpr int kSites = 5500;  // of a genome of five million bases

// Places of genomes with the reads on them, drawn by chance.
class Reads {
 public:
  // Places that both strands show with this mean depth.
  std::vector<std::uint64_t> add(int sites, double depth) {
    std::vector<std::uint64_t> added;
    for (int i = 0; i < sites; ++i) {
      added.push_back(canonical(random_()));
      add_tag(added.back(), depth);
    }
    return added;
  }
  void add_tag(std::uint64_t bases, double depth) {
    SiteTag tag{.bases = canonical(bases)};
    tag.forward = std::poisson_distribution<std::uint32_t>(depth / 2)(random_);
    tag.reverse = std::poisson_distribution<std::uint32_t>(depth / 2)(random_);
    if (tag.sum() > 0) tags_.push_back(tag);
  }
  // Each base of the places misread as each other one, at this mean depth.
  void add_errors(const std::vector<std::uint64_t>& places, double depth) {
    for (const auto place : places)
      for (int base = 0; base < kTagBases; ++base)
        for (std::uint64_t change = 1; change < 4; ++change)
          add_tag(place ^ change << 2 * base, depth);
  }
  SecondGenome found() {
    std::sort(tags_.begin(), tags_.end(),
              [](const SiteTag& a, const SiteTag& b) { return a.bases < b.bases; });
    return find_second_genome(tags_, 0.8, kSettings).value();
  }
  std::mt19937_64& random() { return random_; }
  std::vector<SiteTag>& tags() { return tags_; }

 private:
  static std::uint64_t canonical(std::uint64_t bases) {
    std::uint64_t turned = 0;
    for (int i = 0; i < kTagBases; ++i) turned |= (3 - (bases >> 2 * i & 3)) << (62 - 2 * i);
    return std::min(bases, turned);
  }
  std::mt19937_64 random_{17};
  std::vector<SiteTag> tags_;
};

TEST(SecondGenome, OneGenomeWithErrorsAndCopiesShowsNone) {
  Reads reads;
  reads.add_errors(reads.add(kSites, 80), 0.1);
  reads.add(20, 400);  // a plasmid
  const auto found = reads.found();
  EXPECT_NEAR(found.sites, kSites + 20, 5);
  EXPECT_NEAR(found.depth, 100, 3) << "80 of 100 reads hold a whole place";
  EXPECT_EQ(found.second_sites, 0U);
  EXPECT_FALSE(found.fraction);
}

TEST(SecondGenome, PlacesOfTheirOwnShowAnotherStrainWithItsShare) {
  for (const double share : {0.05, 0.1, 0.2, 0.3}) {
    Reads reads;
    // Most places are common to both strains.
    reads.add_errors(reads.add(kSites - 200, 80), 0.1);
    reads.add(200, 80 * (1 - share));
    reads.add(200, 80 * share);
    const auto found = reads.found();
    EXPECT_GT(found.second_sites, kSettings.second_genome_warn) << share;
    EXPECT_LE(found.second_sites, 210U) << share;
    EXPECT_NEAR(found.fraction.value_or(0), share, 0.2 * share);
    EXPECT_NEAR(found.own_depth.value_or(0), 100 * (1 - share), 2) << share;
    EXPECT_LT(found.fraction_low.value_or(1), share);
    EXPECT_GT(found.fraction_high.value_or(0), share);
  }
}

TEST(SecondGenome, AGenomeWithoutCommonPlacesHasItsShareOfBoth) {
  for (const int sites : {kSites, kSites * 3 / 4}) {
    Reads reads;
    reads.add(kSites, 80);
    reads.add(sites, 20);
    const auto found = reads.found();
    EXPECT_NEAR(found.fraction.value_or(0), 0.2, 0.01) << sites;
    EXPECT_NEAR(found.depth, 100, 2) << "80 of 100 reads hold a whole place";
    EXPECT_NEAR(found.second_depth.value_or(0), 25, 1);
    EXPECT_NEAR(found.own_depth.value_or(0), 100, 1);
    EXPECT_LT(found.own_spread.value_or(1), 0.05) << "reads begin anywhere, at random";
  }
}

TEST(SecondGenome, PlacesOneBaseBesideTheGenomesOwnMayBeErrors) {
  Reads reads;
  const auto places = reads.add(kSites, 80);
  for (int i = 0; i < 300; ++i) reads.add_tag(places[i] ^ 1 << 10, 8);
  EXPECT_EQ(reads.found().second_sites, 0U);
}

TEST(SecondGenome, PlacesOnOneStrandOnlyAreErrorsOfTheSequencer) {
  Reads reads;
  reads.add(kSites, 80);
  const auto own = reads.tags().size();
  reads.add(300, 8);
  for (auto i = own; i < reads.tags().size(); ++i) reads.tags()[i].reverse = 0;
  EXPECT_EQ(reads.found().second_sites, 0U);
}

TEST(SecondGenome, UnevenDepthIsASlopeAndNoPeak) {
  Reads reads;
  std::lognormal_distribution<double> uneven(0, 0.5);
  for (int i = 0; i < kSites; ++i) reads.add(1, 80 * uneven(reads.random()));
  EXPECT_LT(reads.found().second_sites, kSettings.second_genome_warn);
}

TEST(SecondGenome, TooLittleDepthSaysNothing) {
  Reads reads;
  reads.add(kSites, 15);
  EXPECT_FALSE(find_second_genome(reads.tags(), 0.8, kSettings));
  EXPECT_FALSE(find_second_genome({}, 0.8, kSettings));
}

TEST(SecondGenome, WarnsAndFailsByTheNumberOfPlaces) {
  for (const auto& [sites, verdict] : {std::pair{19U, Verdict::pass}, std::pair{20U, Verdict::warn},
                                       std::pair{100U, Verdict::fail}}) {
    Contamination contamination;
    add_second_genome(contamination,
                      {.sites = 5000, .second_sites = sites, .depth = 80, .fraction = 0.1},
                      kSettings);
    EXPECT_EQ(contamination.verdict, verdict);
    EXPECT_EQ(contamination.reasons.empty(), verdict == Verdict::pass);
    EXPECT_EQ(contamination.minor_fraction.has_value(), verdict != Verdict::pass);
  }
}

}  // namespace
}  // namespace kres::genome
