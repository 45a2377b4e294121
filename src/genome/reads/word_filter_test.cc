// All ways of listing the words of a read give the same.
#include "genome/reads/word_filter.h"

#include <algorithm>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

// What a kind of processor does in its own way.
struct Way {
  const char* name;
  bool (*is_here)();
  decltype(append_words_plain)* append;
  decltype(find_possible_plain)* find;
  decltype(may_hold_word_plain)* may_hold;
};

class WayOf : public ::testing::TestWithParam<Way> {
 protected:
  void SetUp() override {
    if (!GetParam().is_here()) GTEST_SKIP() << "this processor lacks " << GetParam().name;
  }
};

INSTANTIATE_TEST_SUITE_P(WordFilter, WayOf,
                         ::testing::Values(Way{"AVX2", has_avx2_words, append_words_avx2,
                                               find_possible_avx2, may_hold_word_plain},
                                           Way{"AVX512", has_wide_words, append_words_wide,
                                               find_possible_wide, may_hold_word_wide}),
                         [](const auto& way) { return way.param.name; });

TEST_P(WayOf, ListsTheWordsThatThePlainWayLists) {
  std::mt19937_64 random(11);
  std::vector<Kmer> seeds;
  std::string text(4000, 'A');
  for (auto& base : text) base = "ACGT"[random() % 4];
  for_each_kmer(text, kSeedLength, [&](std::size_t, Kmer forward, Kmer reverse) {
    seeds.push_back(std::min(forward, reverse));
  });
  const auto filter_words = SeedFilter::build(seeds);
  const SeedFilter filter(filter_words);
  std::size_t all = 0;
  for (std::size_t length = 0; length < 700; ++length) {
    const auto start = random() % (text.size() - length);
    const auto read = text.substr(start, length);
    std::vector<std::uint64_t> packed(packed_words(length) + kWordsBehind, random());
    pack_bases(read, packed.data());
    WordList plain, own;
    append_words_plain(packed.data(), length, 12, filter, plain);
    GetParam().append(packed.data(), length, 12, filter, own);
    EXPECT_TRUE(std::ranges::equal(plain.words(), own.words())) << length << " bases";
    // Every word of the read is a seed.
    const auto words = length < kSeedLength ? 0 : (length - kSeedLength + 11) / 12 + 1;
    EXPECT_EQ(plain.size(), words);
    all += words;
  }
  EXPECT_GT(all, 10000U);
}

TEST_P(WayOf, AsksAsThePlainWayDoes) {
  std::mt19937_64 random(13);
  std::vector<Kmer> seeds(3000), words;
  for (auto& seed : seeds) seed = random() >> (64 - 2 * kSeedLength);
  const auto filter_words = SeedFilter::build(seeds);
  const SeedFilter filter(filter_words);
  std::vector<std::uint32_t> plain, own;
  for (std::size_t length = 0; length < 200; ++length) {
    find_possible_plain(words, filter, plain);
    GetParam().find(words, filter, own);
    ASSERT_EQ(plain, own) << length << " words";
    words.push_back(length % 3 == 0 ? seeds[length] : random() >> (64 - 2 * kSeedLength));
  }
  EXPECT_GE(plain.size(), 200U / 3);
  EXPECT_LT(plain.size(), 150U);
}

// One word after the other, as the positions are defined.
bool holds_word(const std::vector<std::uint64_t>& packed, std::size_t length, std::size_t step,
                const SeedFilter& filter) {
  if (length < static_cast<std::size_t>(kSeedLength)) return false;
  const std::size_t last = length - static_cast<std::size_t>(kSeedLength);
  bool holds = filter.may_contain(packed_kmer(packed.data(), last, kSeedLength));
  for (std::size_t at = 0; at < last; at += step)
    holds |= filter.may_contain(packed_kmer(packed.data(), at, kSeedLength));
  return holds;
}

TEST_P(WayOf, SaysOfAReadWhetherAnyWordOfItIsHeld) {
  std::mt19937_64 random(14);
  std::vector<Kmer> seeds(40);
  for (auto& seed : seeds) seed = random() >> (64 - 2 * kSeedLength);
  const auto filter_words = SeedFilter::build(seeds);
  const SeedFilter filter(filter_words);
  std::size_t held = 0, reads = 3000;
  for (std::size_t i = 0; i < reads; ++i) {
    const std::size_t length = random() % 400;
    std::vector<std::uint64_t> packed(packed_words(length) + kWordsBehind);
    for (auto& word : packed) word = random();
    if (i % 2 == 0) packed[0] = seeds[i % seeds.size()] << (64 - 2 * kSeedLength);
    const bool holds = holds_word(packed, length, 24, filter);
    EXPECT_EQ(GetParam().may_hold(packed.data(), length, 24, filter), holds) << length << " bases";
    if (i % 2 == 0 && length >= 19) {
      EXPECT_TRUE(holds) << length << " bases";
    }
    held += holds;
  }
  EXPECT_GT(held, reads / 4);
  EXPECT_LT(held, reads);
}

TEST(WordFilter, PackedBasesComeBack) {
  std::mt19937 random(12);
  std::string unpacked;
  for (std::size_t length = 0; length < 200; ++length) {
    std::string bases(length, 'A');
    for (auto& base : bases) base = "ACGT"[random() % 4];
    std::vector<std::uint64_t> packed(packed_words(length) + 1);
    pack_bases(bases, packed.data());
    unpack_bases(packed.data(), length, unpacked);
    EXPECT_EQ(unpacked, bases);
    for (std::size_t i = 0; i + 19 <= length; ++i)
      for_each_kmer(std::string_view(bases).substr(i, 19), 19,
                    [&](std::size_t, Kmer forward, Kmer reverse) {
                      EXPECT_EQ(packed_kmer(packed.data(), i, 19), forward);
                      EXPECT_EQ(turned_kmer(forward, 19), reverse);
                    });
  }
}

}  // namespace
}  // namespace kres::genome
