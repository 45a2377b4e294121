// Hashes of canonical k-mers: by hand, and every way of taking them alike.
#include "genome/kmer/mash_hashes.h"

#include <algorithm>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "genome/kmer/murmur.h"

namespace kres::genome {
namespace {

constexpr std::uint64_t kAll = ~std::uint64_t{0};

using Way = void (*)(std::string_view, const MashHashing&, std::vector<std::uint64_t>&);

std::vector<std::uint64_t> hashes(Way way, std::string_view bases, const MashHashing& hashing) {
  std::vector<std::uint64_t> found;
  way(bases, hashing, found);
  std::sort(found.begin(), found.end());
  return found;
}

TEST(MashHashes, TheTextThatComesFirstInTheAlphabetIsHashed) {
  const std::string text = "AAAAAAAAAACGTGGGGGGGG", turned = "CCCCCCCCACGTTTTTTTTTT";
  const std::vector<std::uint64_t> expected{murmur3_64(text, 42)};
  EXPECT_EQ(hashes(append_mash_hashes, text, {.largest = kAll}), expected);
  EXPECT_EQ(hashes(append_mash_hashes, turned, {.largest = kAll}), expected);
}

TEST(MashHashes, AnAmbiguousBaseAndATooShortTextGiveNone) {
  EXPECT_TRUE(hashes(append_mash_hashes, "ACGTACGTACGTACGTACGT", {.largest = kAll}).empty());
  EXPECT_TRUE(hashes(append_mash_hashes, "ACGTACGTACNTACGTACGTA", {.largest = kAll}).empty());
}

void expect_what_one_at_a_time_gives(Way way) {
  std::mt19937 random(9);
  for (int round = 0; round < 2000; ++round) {
    std::string bases(random() % 300, 'A');
    // Few letters and short repeats make k-mers whose strands differ late or not at all.
    const auto letters = 1 + random() % 4, period = 1 + random() % 40;
    for (std::size_t i = 0; i < bases.size(); ++i)
      bases[i] = round % 3 == 0 && i >= period ? bases[i - period] : "ATCG"[random() % letters];
    for (auto gaps = random() % 4; gaps > 0 && !bases.empty(); --gaps)
      bases[random() % bases.size()] = 'N';
    const MashHashing hashing{.seed = round % 2 == 0 ? 42u : 7u,
                              .largest = round % 5 == 0 ? kAll / 20 : kAll};
    ASSERT_EQ(hashes(way, bases, hashing), hashes(append_mash_hashes_plain, bases, hashing))
        << bases;
  }
}

TEST(MashHashes, EightAtATimeGivesWhatOneAtATimeGives) {
  if (!has_wide_mash_hashes()) GTEST_SKIP() << "this processor has no AVX-512";
  expect_what_one_at_a_time_gives(append_mash_hashes_wide);
}

TEST(MashHashes, FourAtATimeGivesWhatOneAtATimeGives) {
  if (!has_avx2_mash_hashes()) GTEST_SKIP() << "this processor has no AVX2";
  expect_what_one_at_a_time_gives(append_mash_hashes_avx2);
}

}  // namespace
}  // namespace kres::genome
