// Reads counted by hand, and every way of counting them alike.
#include "genome/quality/read_counts.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

TEST(ReadCounts, AreWhatOneCountsByHand) {
  const std::vector<sequence::FastqRecord> records{
      {"a", "ACgtN", "!5?@I"}, {"b", "", ""}, {"c", "Ur", "II"}};
  ReadCounts counts;
  count_reads(records, counts);
  EXPECT_EQ(counts.bases, 7U);
  EXPECT_EQ(counts.known, 5U);  // all but N and r
  EXPECT_EQ(counts.gc, 2U);
  EXPECT_EQ(counts.quality, 0U + 20 + 30 + 31 + 40 + 40 + 40);
  EXPECT_EQ(counts.q20, 6U);
  EXPECT_EQ(counts.q30, 5U);
  EXPECT_EQ(counts.quality_at[0], 40U);
  EXPECT_EQ(counts.quality_at[1], 60U);
  EXPECT_EQ(counts.quality_at[4], 40U);
  EXPECT_EQ(counts.reads_of_mean[24], 1U);  // 121 / 5
  EXPECT_EQ(counts.reads_of_mean[40], 1U);
}

std::string letters(std::mt19937& random, std::size_t size) {
  constexpr std::string_view kLetters = "ACGTACGTACGTNacgtnUuRYSWKMBDHVryswkmbdhv";
  std::string text(size, 'A');
  for (char& c : text) c = kLetters[random() % kLetters.size()];
  return text;
}

std::string scores(std::mt19937& random, std::size_t size) {
  std::string text(size, '~');  // the highest, so that sums would overflow first
  if (random() % 2 == 0)
    for (char& c : text) c = static_cast<char>('!' + random() % kScores);
  return text;
}

void expect_equal(const ReadCounts& a, const ReadCounts& b) {
  EXPECT_EQ(a.bases, b.bases);
  EXPECT_EQ(a.known, b.known);
  EXPECT_EQ(a.gc, b.gc);
  EXPECT_EQ(a.quality, b.quality);
  EXPECT_EQ(a.q20, b.q20);
  EXPECT_EQ(a.q30, b.q30);
  EXPECT_EQ(a.quality_at, b.quality_at);
  EXPECT_EQ(a.reads_of_mean, b.reads_of_mean);
}

void expect_what_one_at_a_time_gives(decltype(&count_reads_plain) way) {
  std::mt19937 random(6);
  std::vector<std::string> texts;
  std::vector<sequence::FastqRecord> records;
  for (int i = 0; i < 3000; ++i) {
    const std::size_t size = i % 100 == 0 ? random() % 3000 : random() % 200;
    texts.push_back(letters(random, size));
    texts.push_back(scores(random, size));
  }
  for (std::size_t i = 0; i < texts.size(); i += 2)
    records.push_back({"r", texts[i], texts[i + 1]});
  ReadCounts plain, wide;
  count_reads_plain(records, plain);
  way(records, wide);
  expect_equal(plain, wide);
}

TEST(ReadCounts, SixtyFourAtATimeGiveWhatOneAtATimeGives) {
  if (!has_wide_read_counts()) GTEST_SKIP() << "this processor has no AVX-512";
  expect_what_one_at_a_time_gives(count_reads_wide);
}

TEST(ReadCounts, ThirtyTwoAtATimeGiveWhatOneAtATimeGives) {
  if (!has_avx2_read_counts()) GTEST_SKIP() << "this processor has no AVX2";
  expect_what_one_at_a_time_gives(count_reads_avx2);
}

}  // namespace
}  // namespace kres::genome
