// Insert sizes of pairs cut from a known sequence with known lengths.
#include "genome/reads/insert_size.h"

#include <random>

#include <gtest/gtest.h>

#include "sequence/nucleotides.h"

namespace kres::genome {
namespace {

TEST(InsertSize, IsThatOfTheFragments) {
  std::mt19937 random(3);
  std::string genome(4000, 'A');
  for (auto& base : genome) base = "ACGT"[random() % 4];
  RecruitedReads reads, second;
  Mates mates;
  constexpr std::uint32_t kPairs = 2000;
  for (std::uint32_t i = 0; i < kPairs; ++i) {
    const std::size_t length = 300 + random() % 201;  // even from 300 to 500
    auto fragment = genome.substr(random() % (genome.size() - length), length);
    if (random() % 2 == 0) fragment = sequence::reverse_complement(fragment);
    reads.add(fragment.substr(0, 100), std::string(100, 'I'), 0, i);
    second.add(sequence::reverse_complement(fragment).substr(0, 100), std::string(100, 'I'), 1, i);
    mates.emplace_back(i, i + kPairs);
  }
  reads.append(second);
  const auto size = measure_insert_size(reads, mates, {{"one", "", genome}});
  ASSERT_TRUE(size);
  EXPECT_NEAR(size->low, 350, 8);
  EXPECT_NEAR(size->median, 400, 8);
  EXPECT_NEAR(size->high, 450, 8);
  EXPECT_FALSE(measure_insert_size(reads, mates, {{"short", "", genome.substr(0, 900)}}));
  EXPECT_FALSE(measure_insert_size(reads, {}, {{"one", "", genome}}));
}

TEST(RecruitedReads, AShareIsPickedEvenlyAndByPairs) {
  RecruitedReads reads, second;
  for (std::uint64_t i = 0; i < 1000; ++i) {
    reads.add("ACGT", "IIII", 0, i);
    second.add("ACGT", "IIII", 1, i);
  }
  reads.keep_share(0.3);
  second.keep_share(0.3);
  EXPECT_NEAR(static_cast<double>(reads.size()), 300, 4);
  ASSERT_EQ(second.size(), reads.size());
  for (std::size_t i = 0; i < reads.size(); ++i) EXPECT_EQ(reads[i].record, second[i].record);
  for (std::size_t i = 1; i < reads.size(); ++i)
    EXPECT_LE(reads[i].record - reads[i - 1].record, 10U);
}

// The mean length of reads, which k-mers are chosen by, is that of those that are kept.
TEST(RecruitedReads, AShareHoldsItsOwnBasesOnly) {
  RecruitedReads reads;
  const std::string genome = "ACGTTGCAACGGATCCTTAGCCATGAACTG";
  for (std::uint64_t i = 0; i < 1000; ++i)
    reads.add(genome.substr(i % 10, 12), std::string(12, static_cast<char>('!' + i % 40)), 0, i);
  EXPECT_EQ(reads.total_bases(), 12'000U);
  const auto some = reads.share_of(0.3);
  reads.keep_share(0.3);
  ASSERT_EQ(some.size(), reads.size());
  EXPECT_EQ(some.total_bases(), 12 * some.size());
  EXPECT_EQ(reads.total_bases(), 12 * reads.size());
  for (std::size_t i = 0; i < some.size(); ++i) {
    EXPECT_EQ(some[i].record, reads[i].record);
    EXPECT_EQ(some.bases(i), genome.substr(some[i].record % 10, 12));
    EXPECT_EQ(some.qualities(i)[0], static_cast<char>('!' + some[i].record % 40));
  }
  auto twice = some;
  twice.append(reads);
  EXPECT_EQ(twice.total_bases(), 24 * some.size());
  EXPECT_EQ(twice.bases(some.size()), some.bases(0));
}

TEST(RecruitedReads, ASmallerShareIsPartOfALargerOneAndHoldsBothEndsOfAnInterleavedPair) {
  for (std::uint64_t record = 0; record < 10'000; ++record) {
    EXPECT_EQ(is_in_share(record, 0.37), is_in_share(record ^ 1, 0.37));
    EXPECT_LE(is_in_share(record, 0.11), is_in_share(record, 0.37));
    EXPECT_EQ(is_in_share(record, 0.125), halvings_survived(record) >= 3);
  }
}

}  // namespace
}  // namespace kres::genome
