// k-mers and the hash of sketches.
#include "genome/kmer/kmer.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "genome/kmer/murmur.h"

namespace kres::genome {
namespace {

std::vector<std::pair<std::size_t, Kmer>> canonical(std::string_view bases, int k) {
  std::vector<std::pair<std::size_t, Kmer>> out;
  for_each_kmer(bases, k,
                [&](std::size_t at, Kmer f, Kmer r) { out.emplace_back(at, std::min(f, r)); });
  return out;
}

TEST(Kmers, AKmerIsReadAsBaseFourNumber) {
  const auto kmers =
      canonical("ACGT", 3);  // ACG = 0*16+1*4+2, its reverse complement CGT is larger
  ASSERT_EQ(kmers.size(), 2u);
  EXPECT_EQ(kmers[0], (std::pair<std::size_t, Kmer>{0, 6}));
  EXPECT_EQ(kmers[1], (std::pair<std::size_t, Kmer>{1, 6}));  // CGT's reverse complement is ACG
}

TEST(Kmers, AnAmbiguousBaseIsInNoKmer) {
  EXPECT_EQ(canonical("ACGNACG", 3).size(), 2u);
  EXPECT_TRUE(canonical("ACNGT", 3).empty());
  EXPECT_TRUE(canonical("AC", 3).empty());
}

TEST(Kmers, BothStrandsHaveTheSameCanonicalKmers) {
  auto forward = canonical("ATTGCACCGTAGG", 5), reverse = canonical("CCTACGGTGCAAT", 5);
  std::reverse(reverse.begin(), reverse.end());
  ASSERT_EQ(forward.size(), reverse.size());
  for (std::size_t i = 0; i < forward.size(); ++i) EXPECT_EQ(forward[i].second, reverse[i].second);
}

// Values published with the reference implementation: seed 0, empty text gives 0; "hello" below is
// widely quoted.
TEST(Murmur, KnownValues) {
  EXPECT_EQ(murmur3_64("", 0), 0u);
  EXPECT_EQ(murmur3_64("hello", 0), 0xcbd8a7b341bd9b02ULL);
  EXPECT_EQ(murmur3_64("The quick brown fox jumps over the lazy dog", 0), 0xe34bbc7bbc071b6cULL);
}

TEST(Murmur, TheFastVersionAgreesWithThePlainOne) {
  std::string text = "ACGTTGCAAGTCCGATTACGAACGTGCATGCCAATGGCT";
  for (std::size_t at = 0; at + 21 <= text.size(); ++at)
    for (const std::uint32_t seed : {0u, 42u})
      EXPECT_EQ(murmur3_64_of_21(text.data() + at, seed),
                murmur3_64(std::string_view(text).substr(at, 21), seed));
}

}  // namespace
}  // namespace kres::genome
