// The table of k-mers holds what counting them one by one gives.
#include "genome/reads/kmer_table.h"

#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "sequence/nucleotides.h"

namespace kres::genome {
namespace {

struct Count {
  std::uint32_t count = 0;
  std::uint8_t beside = 0;
  bool operator==(const Count&) const = default;
};
using Counts = std::map<std::string, Count>;  // by the k-mer's text or its reverse complement's

char base_or_none(const std::string& read, std::size_t i) {
  return i < read.size() && read[i] != 'N' ? read[i] : '\0';
}

unsigned bit_of(char base, bool turned) {
  if (base == '\0') return 0;
  return 1U << std::string("ACGT").find(turned ? sequence::complement(base) : base);
}

void count_plainly(const std::string& read, std::size_t k, Counts& counts) {
  for (std::size_t i = 0; i + k <= read.size(); ++i) {
    const auto kmer = read.substr(i, k), other = sequence::reverse_complement(kmer);
    if (kmer.find('N') != std::string::npos) continue;
    const bool turned = other < kmer;
    const char before = i > 0 ? base_or_none(read, i - 1) : '\0',
               behind = base_or_none(read, i + k);
    auto& count = counts[std::min(kmer, other)];
    ++count.count;
    count.beside |=
        static_cast<std::uint8_t>(turned ? bit_of(before, true) | bit_of(behind, true) << 4
                                         : bit_of(behind, false) | bit_of(before, false) << 4);
  }
}

std::string text_of(LongKmer kmer, int k) {
  std::string text(static_cast<std::size_t>(k), ' ');
  for (auto base = text.rbegin(); base != text.rend(); ++base, kmer >>= 2)
    *base = "ACGT"[static_cast<unsigned>(kmer & 3)];
  return text;
}

Counts counts_of(KmerTable& table) {
  Counts counts;
  table.for_each([&](const KmerSlot& slot) {
    const bool is_new =
        counts.emplace(text_of(slot.kmer, table.k()), Count{slot.count, slot.beside}).second;
    EXPECT_TRUE(is_new);
  });
  return counts;
}

// Reads of both strands of one sequence with a repeat and a hairpin, with errors and N.
std::vector<std::string> some_reads(std::mt19937& random, std::size_t number) {
  std::string bases(1500, 'A');
  for (auto& base : bases) base = "ACGT"[random() % 4];
  bases += bases.substr(200, 300) + sequence::reverse_complement(bases.substr(700, 200)) +
           std::string(120, 'A');
  std::vector<std::string> reads;
  for (std::size_t i = 0; i < number; ++i) {
    auto read = bases.substr(random() % (bases.size() - 150), random() % 30 == 0 ? 40 : 150);
    for (auto& base : read)
      if (random() % 200 == 0) base = "ACGTN"[random() % 5];
    reads.push_back(random() % 2 == 0 ? read : sequence::reverse_complement(read));
  }
  return reads;
}

TEST(KmerTable, HoldsWhatCountingOneByOneGives) {
  std::mt19937 random(21);
  const auto texts = some_reads(random, 1200);
  for (const int k : {21, 31, 33, 63}) {
    RecruitedReads reads;
    Counts expected;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      reads.add(texts[i], std::string(texts[i].size(), 'I'), 0, i);
      count_plainly(texts[i], static_cast<std::size_t>(k), expected);
    }
    auto table = KmerTable::count(reads, k, 1);
    EXPECT_EQ(counts_of(table), expected) << "k " << k;
  }
}

TEST(KmerTable, IsTheSameOnSeveralThreads) {
  std::mt19937 random(24);
  const auto texts = some_reads(random, 1000);
  RecruitedReads reads;
  for (std::size_t i = 0; i < texts.size(); ++i)
    reads.add(texts[i], std::string(texts[i].size(), 'I'), 0, i);
  const auto slots_with = [&](int threads) {
    std::vector<std::tuple<std::string, std::uint32_t, int, bool, bool>> slots;
    auto table = KmerTable::count(reads, 63, threads);
    table.for_each([&](const KmerSlot& slot) {
      slots.emplace_back(text_of(slot.kmer, 63), slot.count, slot.beside, slot.is_first,
                         slot.is_turned);
    });
    return slots;
  };
  const auto alone = slots_with(1);
  for (const int threads : {2, 3, 8}) EXPECT_EQ(slots_with(threads), alone) << threads;
}

TEST(KmerTable, FindsKmersByThemselvesAndBesideOthers) {
  std::mt19937 random(22);
  const auto texts = some_reads(random, 300);
  RecruitedReads reads;
  for (std::size_t i = 0; i < texts.size(); ++i)
    reads.add(texts[i], std::string(texts[i].size(), 'I'), 0, i);
  auto table = KmerTable::count(reads, 31, 2);
  const KmerSlot* last = nullptr;
  for (const auto& text : texts)
    for_each_long_kmer(text, 31, [&](std::size_t, const LongKmerRoll& roll) {
      auto* const slot = table.find(roll.canonical());
      ASSERT_NE(slot, nullptr);
      EXPECT_EQ(slot->kmer, roll.canonical());
      if (last != nullptr) {
        EXPECT_EQ(table.find_near(roll.canonical(), *last), slot);
      }
      last = slot;
    });
  const LongKmer absent = 0x0123456789abcdefULL;
  EXPECT_EQ(table.find(absent), nullptr);
  EXPECT_EQ(table.find_near(absent, *last), nullptr);
}

TEST(LongKmer, OfAPackedReadIsThatOfItsText) {
  std::mt19937 random(23);
  std::string bases(170, 'A');
  for (auto& base : bases) base = "ACGT"[random() % 4];
  std::vector<std::uint64_t> packed(packed_words(bases.size()) + 2);
  pack_bases(bases, packed.data());
  for (const int k : {21, 31, 33, 63})
    for_each_long_kmer(bases, k, [&](std::size_t start, const LongKmerRoll& roll) {
      const auto kmer = packed_long_kmer(packed.data(), start, k);
      EXPECT_TRUE(kmer == roll.forward()) << k << " at " << start;
      EXPECT_TRUE(turned_long_kmer(kmer, k) == roll.reverse()) << k << " at " << start;
    });
}

}  // namespace
}  // namespace kres::genome
