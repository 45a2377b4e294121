// Stretches of another sequence inside proteins, against hand-made cases.
#include "genome/resistance/foreign_stretch.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "genome/resistance/protein.h"

namespace kres::genome {
namespace {

std::string random_protein(unsigned seed, std::size_t length) {
  std::mt19937 random(seed);
  std::string protein(length, 'M');
  for (std::size_t i = 1; i < length; ++i) protein[i] = "ACDEFGHIKLMNPQRSTVWY"[random() % 20];
  return protein;
}

ForeignStretch foreign(const std::string& reference, const std::string& observed) {
  return compare_proteins(reference, observed).foreign;
}

TEST(ForeignStretch, TwentyReplacedResiduesInARowAreOne) {
  const std::string reference = random_protein(1, 290);
  std::string observed = reference;
  observed.replace(100, 20, random_protein(2, 21).substr(1));
  const auto found = foreign(reference, observed);
  EXPECT_NEAR(found.first, 101, 2);
  EXPECT_NEAR(found.residues, 20, 3);
}

TEST(ForeignStretch, IsSeenBesideAResidueThatIsMissingElsewhere) {
  const std::string reference = random_protein(1, 290);
  std::string observed = reference;
  observed.replace(100, 30, random_protein(2, 31).substr(1));
  observed.erase(200, 1);
  EXPECT_NEAR(foreign(reference, observed).residues, 30, 4);
}

// Three of ten residues differ along the whole protein: more than the search by nucleotides calls.
TEST(ForeignStretch, AHomologueHasNone) {
  std::mt19937 random(3);
  for (unsigned seed = 0; seed < 50; ++seed) {
    const std::string reference = random_protein(seed, 290);
    std::string observed = reference;
    for (std::size_t i = 1; i < observed.size(); ++i)
      if (random() % 10 < 3) observed[i] = observed[i] == 'A' ? 'G' : 'A';
    EXPECT_EQ(foreign(reference, observed).residues, 0) << seed;
  }
}

TEST(ForeignStretch, ALongInsertionOrDeletionIsNone) {
  const std::string reference = random_protein(1, 290);
  std::string longer = reference, shorter = reference;
  longer.insert(150, random_protein(4, 20).substr(1));
  shorter.erase(150, 20);
  EXPECT_EQ(foreign(reference, longer).residues, 0);
  EXPECT_EQ(foreign(reference, shorter).residues, 0);
}

// The first residues of aac(6')-Ib differ with the cassette that stands before it.
TEST(ForeignStretch, AnotherEndIsNone) {
  const std::string reference = random_protein(1, 200);
  std::string observed = reference;
  observed.replace(1, 20, random_protein(5, 21).substr(1));
  EXPECT_EQ(foreign(reference, observed).residues, 0);
}

}  // namespace
}  // namespace kres::genome
