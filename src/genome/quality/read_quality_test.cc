// Read quality of files whose figures are known by their making.
#include "genome/quality/read_quality.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

using sequence::FastqRecord;

ReadMeter meter_of(const std::vector<FastqRecord>& records) {
  ReadMeter meter;
  meter.add(records);
  return meter;
}

TEST(ReadQuality, CyclesCountOnlyTheReadsThatReachThem) {
  const auto quality =
      read_quality({{"/data/a_R1.fq.gz", "1", meter_of({{"a", "ACGT", "IIII"}, {"b", "NN", "!!"}})},
                    {"/data/a_R2.fq.gz", "2", meter_of({{"a", "AC", "55"}, {"b", "", ""}})}});
  ASSERT_EQ(quality.mates.size(), 2U);
  EXPECT_EQ(quality.mates[0].quality_by_cycle, (std::vector<double>{20, 20, 40, 40}));
  EXPECT_EQ(quality.mates[1].quality_by_cycle, (std::vector<double>{20, 20}));
  EXPECT_EQ(quality.files.at(0).file, "a_R1.fq.gz");
  EXPECT_EQ(quality.all.reads, 4U);
  EXPECT_EQ(quality.all.bases, 8U);
  EXPECT_EQ(quality.all.shortest, 0U);
  EXPECT_EQ(quality.all.longest, 4U);
  EXPECT_EQ(quality.all.mean_length, 2);
  EXPECT_EQ(quality.all.n50, 4U);
  EXPECT_EQ(quality.all.gc, 50);
  EXPECT_EQ(quality.all.n_percent, 25);
  EXPECT_EQ(quality.all.q20_percent, 75);
  EXPECT_EQ(quality.all.q30_percent, 50);
  EXPECT_EQ(quality.all.mean_quality, 25);
}

TEST(ReadQuality, BlocksAndTheOrderOfFilesDoNotMatter) {
  std::vector<FastqRecord> records(1000, {"r", "ACGTACGTAC", "IIII5533!!"});
  records[500] = {"r", "ACGT", "~~~~"};
  ReadMeter in_blocks;
  for (std::size_t at = 0; at < records.size(); at += 7)
    in_blocks.add(std::span(records).subspan(at, std::min<std::size_t>(7, records.size() - at)));
  const auto whole = meter_of(records).summary(), blocks = in_blocks.summary();
  EXPECT_EQ(whole.mean_quality, blocks.mean_quality);
  EXPECT_EQ(meter_of(records).sample().bases_of_score, in_blocks.sample().bases_of_score);
  EXPECT_EQ(meter_of(records).sample().reads, 16U);  // the 1st, 65th ... 961st
  EXPECT_EQ(meter_of(records).quality_by_cycle(), in_blocks.quality_by_cycle());
}

TEST(ReadQuality, AReadThatRunsIntoAnAdapterIsSeen) {
  const std::string insert(60, 'C'), scores(93, 'I');
  const std::string truseq = insert + "AGATCGGAAGAGCACACGTCTGAACTCCAGTCA";
  const std::string nextera = insert + "CTGTCTCTTATACACATCTCCGAGCCCACGAGA";
  std::vector<FastqRecord> records(64 * 100, {"r", insert, std::string_view(scores).substr(33)});
  for (int i = 0; i < 25; ++i) records[static_cast<std::size_t>(64 * i)] = {"r", nextera, scores};
  records[64 * 30] = {"r", truseq, scores};
  const auto quality = read_quality({{"a", "single", meter_of(records)}});
  EXPECT_EQ(quality.sampled, 100U);
  EXPECT_EQ(quality.all.adapter_percent, 26);
  EXPECT_EQ(quality.adapter, "Nextera");
}

TEST(ReadQuality, AdaptersAreNotLookedForInLongReads) {
  const std::string bases(5000, 'A'), scores(5000, '5');
  const auto quality = read_quality({{"a", "single", meter_of({{"r", bases, scores}})}});
  EXPECT_FALSE(quality.all.adapter_percent);
  EXPECT_EQ(quality.mates.at(0).quality_by_cycle.size(), kCycles);
  EXPECT_EQ(quality.all.longest, 5000U);
}

TEST(ReadQuality, ScoresOfTheOldOffsetAndOfNoMeaningAreNoted) {
  std::mt19937 random(7);
  const std::string bases(2000, 'A');
  std::string scores(2000, 'I');
  const auto notes = [&] {
    return read_quality({{"a", "single", meter_of({{"r", bases, scores}})}}).notes;
  };
  EXPECT_EQ(notes(), std::vector<std::string>{"one_quality:40"});
  for (char& c : scores) c = static_cast<char>(64 + random() % 41);  // Phred 0-40, offset 64
  EXPECT_EQ(notes(), std::vector<std::string>{"quality_offset_64"});
  for (char& c : scores) c = static_cast<char>(33 + 2 + random() % 39);  // the same, offset 33
  EXPECT_TRUE(notes().empty());
  for (char& c : scores) c = static_cast<char>(33 + random() % 94);  // PacBio's scores reach 93
  EXPECT_TRUE(notes().empty());
}

}  // namespace
}  // namespace kres::genome
