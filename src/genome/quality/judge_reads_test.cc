// Reads that cannot carry an answer are said to be so, with the reason.
#include "genome/quality/judge_reads.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

Quality judged(double depth, const ReadSummary& all, std::vector<std::string> notes = {}) {
  Quality quality;
  quality.depth = depth;
  quality.reads = ReadQuality{.all = all, .notes = std::move(notes)};
  judge_reads(quality);
  return quality;
}

constexpr ReadSummary kGood{.mean_quality = 36, .adapter_percent = 0.5};

TEST(JudgeReads, GoodReadsPassWithoutAReason) {
  const auto quality = judged(100, kGood);
  EXPECT_EQ(quality.verdict, Verdict::pass);
  EXPECT_TRUE(quality.reasons.empty());
}

TEST(JudgeReads, LittleDepthWarnsAndTooLittleFails) {
  EXPECT_EQ(judged(39.9, kGood).verdict, Verdict::warn);
  EXPECT_EQ(judged(39.9, kGood).reasons, std::vector<std::string>{"depth:39.9 x, at least 40 x"});
  EXPECT_EQ(judged(14.9, kGood).verdict, Verdict::fail);
  EXPECT_EQ(judged(0, kGood).reasons, std::vector<std::string>{"depth:0.0 x, at least 15 x"});
}

TEST(JudgeReads, PoorScoresManyNAndAdaptersWarn) {
  EXPECT_EQ(judged(100, {.mean_quality = 19.96}).reasons,
            std::vector<std::string>{"mean_quality:19.96, at least 20"});
  EXPECT_EQ(judged(100, {.n_percent = 5, .mean_quality = 30}).reasons,
            std::vector<std::string>{"n_percent:5.0 %, below 5 %"});
  const auto adapters = judged(100, {.mean_quality = 30, .adapter_percent = 12.34});
  EXPECT_EQ(adapters.verdict, Verdict::warn);
  EXPECT_EQ(adapters.reasons, std::vector<std::string>{"adapter_percent:12.3 %, below 5 %"});
}

TEST(JudgeReads, ScoresOfTheOldOffsetFail) {
  EXPECT_EQ(judged(100, kGood, {"quality_offset_64"}).verdict, Verdict::fail);
  EXPECT_EQ(judged(100, kGood, {"one_quality:30"}).verdict, Verdict::warn);
}

}  // namespace
}  // namespace kres::genome
