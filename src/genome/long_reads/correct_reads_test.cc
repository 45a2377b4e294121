// What correction makes of noisy reads of known sequences.
#include "genome/long_reads/correct_reads.h"

#include <gtest/gtest.h>
#include <random>
#include <string>

#include "sequence/nucleotides.h"

namespace kres::genome {
namespace {

class Sequencer {
 public:
  explicit Sequencer(unsigned seed) : random_(seed) {}

  std::string random_bases(std::size_t length) {
    std::string bases;
    while (bases.size() < length) bases += "ACGT"[random_() % 4];
    return bases;
  }

  // With one error in so many bases: a third each of substitutions, insertions and deletions.
  std::string noisy(const std::string& bases, unsigned one_in) {
    std::string read;
    for (const char base : bases) {
      const auto kind = random_() % one_in == 0 ? random_() % 3 : 3;
      if (kind == 1) continue;
      read += kind == 0 ? "ACGT"[random_() % 4] : base;
      if (kind == 2) read += "ACGT"[random_() % 4];
    }
    return read;
  }

  // Pieces of the sequence, every second one of the other strand.
  void add(const std::string& bases, int count, unsigned one_in, RecruitedReads& reads) {
    for (int i = 0; i < count; ++i) {
      const auto start = random_() % (bases.size() / 2);
      auto read = noisy(bases.substr(start, bases.size() / 2), one_in);
      if (i % 2 == 1) read = sequence::reverse_complement(read);
      reads.add(read, std::string(read.size(), '5'), 0, reads.size());
    }
  }

 private:
  std::mt19937 random_;
};

bool holds(const std::string& sequence, std::string_view read) {
  return sequence.find(read) != std::string::npos ||
         sequence::reverse_complement(sequence).find(read) != std::string::npos;
}

int count_held(const std::string& sequence, const RecruitedReads& reads) {
  int held = 0;
  for (std::size_t i = 0; i < reads.size(); ++i) held += holds(sequence, reads.bases(i));
  return held;
}

TEST(CorrectReads, TakesErrorsOutOfReadsOfOneSequence) {
  Sequencer sequencer(1);
  const auto sequence = sequencer.random_bases(2000);
  RecruitedReads reads;
  sequencer.add(sequence, 80, 40, reads);
  ASSERT_LT(count_held(sequence, reads), 3) << "the reads have errors";
  const auto corrected = correct_reads(reads, {});
  EXPECT_GE(corrected.reads.size(), 75U);
  EXPECT_GE(count_held(sequence, corrected.reads) * 20,
            static_cast<int>(corrected.reads.size()) * 19);
  EXPECT_NEAR(corrected.error_rate(), 1.0 / 40, 0.006);
}

TEST(CorrectReads, BasesThatTheReadDidNotShowHaveNoQuality) {
  Sequencer sequencer(2);
  const auto sequence = sequencer.random_bases(600);
  RecruitedReads reads;
  for (int i = 0; i < 20; ++i) {
    auto read = sequence;
    if (i == 0) read[300] = read[300] == 'A' ? 'C' : 'A';
    reads.add(read, std::string(read.size(), '5'), 0, reads.size());
  }
  const auto corrected = correct_reads(reads, {});
  ASSERT_EQ(corrected.reads.size(), 20U);
  EXPECT_EQ(corrected.reads.bases(0), sequence);
  EXPECT_EQ(corrected.reads.qualities(0)[300], '!');
  EXPECT_EQ(corrected.reads.qualities(0)[299], '5');
  EXPECT_EQ(corrected.reads.qualities(1)[300], '5');
  EXPECT_EQ(corrected.edits, 1U);
}

TEST(CorrectReads, TwoCopiesThatDifferInABaseStayApart) {
  Sequencer sequencer(3);
  const auto one = sequencer.random_bases(1500);
  auto other = one;
  other[750] = other[750] == 'G' ? 'T' : 'G';
  RecruitedReads reads;
  sequencer.add(one, 60, 50, reads);
  sequencer.add(other, 30, 50, reads);
  const auto corrected = correct_reads(reads, {});
  const auto around = [](const std::string& text) { return text.substr(740, 21); };
  int of_one = 0, of_other = 0;
  for (std::size_t i = 0; i < corrected.reads.size(); ++i) {
    const std::string read(corrected.reads.bases(i));
    of_one += holds(read, around(one));
    of_other += holds(read, around(other));
  }
  EXPECT_GE(of_one, 40);
  EXPECT_GE(of_other, 20);
  EXPECT_NEAR(static_cast<double>(of_other) / (of_one + of_other), 1.0 / 3, 0.12);
}

TEST(CorrectReads, CopiesThatDifferInARunOnlyAreNotToldApart) {
  Sequencer sequencer(4);
  const auto before = sequencer.random_bases(400) + "C", behind = "G" + sequencer.random_bases(400);
  const auto whole = before + std::string(7, 'A') + behind;
  const auto shortened = before + std::string(6, 'A') + behind;
  RecruitedReads reads;
  for (int i = 0; i < 50; ++i) {
    const auto& read = i % 5 < 3 ? whole : shortened;
    reads.add(read, std::string(read.size(), '5'), 0, reads.size());
  }
  const auto corrected = correct_reads(reads, {});
  ASSERT_EQ(corrected.reads.size(), 50U);
  for (std::size_t i = 0; i < 50; ++i) {
    EXPECT_EQ(corrected.reads.bases(i), whole);
    const bool was_changed = i % 5 >= 3;
    for (std::size_t at = 401; at < 408; ++at)
      EXPECT_EQ(corrected.reads.qualities(i)[at], was_changed ? '!' : '5') << i << " " << at;
  }
}

TEST(CorrectReads, TheNumberOfThreadsChangesNothing) {
  Sequencer sequencer(5);
  RecruitedReads reads;
  sequencer.add(sequencer.random_bases(3000), 60, 40, reads);
  const auto one = correct_reads(reads, {.threads = 1});
  const auto three = correct_reads(reads, {.threads = 3});
  ASSERT_EQ(one.reads.size(), three.reads.size());
  for (std::size_t i = 0; i < one.reads.size(); ++i) {
    EXPECT_EQ(one.reads.bases(i), three.reads.bases(i));
    EXPECT_EQ(one.reads.qualities(i), three.reads.qualities(i));
  }
}

TEST(CorrectReads, ReadsOfNothingInCommonAreLeftOut) {
  Sequencer sequencer(6);
  RecruitedReads reads;
  for (int i = 0; i < 5; ++i) {
    const auto read = sequencer.random_bases(800);
    reads.add(read, std::string(800, '5'), 0, reads.size());
  }
  EXPECT_EQ(correct_reads(reads, {}).reads.size(), 0U);
  EXPECT_EQ(correct_reads({}, {}).reads.size(), 0U);
}

}  // namespace
}  // namespace kres::genome
