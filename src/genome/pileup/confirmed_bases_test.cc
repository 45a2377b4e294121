// What reads must show of a base before it is taken as read.
#include "genome/pileup/confirmed_bases.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <random>
#include <string>

#include "sequence/nucleotides.h"

namespace kres::genome {
namespace {

std::string random_bases(std::size_t length, unsigned seed) {
  std::mt19937 random(seed);
  std::string bases;
  while (bases.size() < length) {
    const char next = "ACGT"[random() % 4];
    if (bases.empty() || bases.back() != next) bases += next;  // no runs
  }
  return bases;
}

struct Sample {
  std::vector<sequence::ContigSequence> contigs;
  std::vector<std::string> bases, qualities;

  explicit Sample(const std::string& contig) {
    contigs.emplace_back();
    contigs.back().name = "reads_1";
    contigs.back().bases = contig;
  }
  // A read of all of the contig, as it is read on this strand.
  void add(std::string text, bool reverse, std::size_t doubtful = std::string::npos) {
    std::string scores(text.size(), 'I');
    if (doubtful != std::string::npos) scores[doubtful] = '!';
    if (reverse) {
      text = sequence::reverse_complement(text);
      std::reverse(scores.begin(), scores.end());
    }
    bases.push_back(std::move(text));
    qualities.push_back(std::move(scores));
  }
  std::vector<bool> confirmed(const ConfirmLimits& limits = {}) const {
    std::vector<Read> reads;
    for (std::size_t i = 0; i < bases.size(); ++i) reads.push_back({bases[i], qualities[i]});
    return find_confirmed(reads, contigs, limits).front();
  }
};

TEST(ConfirmedBases, ReadsOfBothStrandsConfirmWhatTheyShow) {
  const auto contig = random_bases(200, 1);
  Sample sample(contig);
  for (int i = 0; i < 6; ++i) sample.add(contig, i % 2 == 1);
  const auto confirmed = sample.confirmed();
  EXPECT_EQ(std::count(confirmed.begin(), confirmed.end(), true), 200);
}

TEST(ConfirmedBases, ReadsOfOneStrandConfirmNothing) {
  const auto contig = random_bases(200, 2);
  Sample sample(contig);
  for (int i = 0; i < 20; ++i) sample.add(contig, false);
  sample.add(contig, true);
  const auto confirmed = sample.confirmed();
  EXPECT_EQ(std::count(confirmed.begin(), confirmed.end(), true), 0);
}

TEST(ConfirmedBases, ABaseThatAThirdOfTheReadsDoNotShowIsOpen) {
  const auto contig = random_bases(200, 3);
  Sample sample(contig);
  for (int i = 0; i < 20; ++i) sample.add(contig, i % 2 == 1);
  for (int i = 0; i < 10; ++i) sample.add(contig, i % 2 == 1, 100);
  const auto confirmed = sample.confirmed();
  EXPECT_FALSE(confirmed[100]);
  EXPECT_TRUE(confirmed[99]);
  EXPECT_TRUE(confirmed[101]);
}

TEST(ConfirmedBases, ABaseBehindWhichManyReadsHaveAnotherOneIsOpen) {
  const auto contig = random_bases(200, 4);
  auto longer = contig;
  longer.insert(101, 1, contig[101] == 'A' || contig[100] == 'A' ? 'C' : 'A');
  Sample sample(contig);
  for (int i = 0; i < 10; ++i) sample.add(contig, i % 2 == 1);
  for (int i = 0; i < 8; ++i) sample.add(longer, i % 2 == 1);
  const auto confirmed = sample.confirmed();
  EXPECT_LT(std::count(confirmed.begin() + 95, confirmed.begin() + 107, true), 12);
  EXPECT_TRUE(confirmed[50]);
}

TEST(ConfirmedBases, ARunThatIsTooLongToCountIsNeverConfirmed) {
  const auto contig = random_bases(100, 5) + std::string(9, 'A') + random_bases(100, 6);
  const auto start = contig.find("AAAAAAAAA"), end = contig.find_first_not_of('A', start);
  Sample sample(contig);
  for (int i = 0; i < 20; ++i) sample.add(contig, i % 2 == 1);
  const auto confirmed = sample.confirmed({.longest_run = 8});
  for (auto i = start; i < end; ++i) EXPECT_FALSE(confirmed[i]);
  EXPECT_TRUE(confirmed[start - 1]);
  EXPECT_TRUE(sample.confirmed({.longest_run = 20})[start]);
}

}  // namespace
}  // namespace kres::genome
