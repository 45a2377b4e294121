// Reads in memory that are searched a second time.
#include "genome/reads/baits.h"

#include <random>

#include <gtest/gtest.h>

#include "sequence/nucleotides.h"

namespace kres::genome {
namespace {

std::string random_bases(std::size_t length, std::mt19937& random) {
  std::string bases(length, 'A');
  for (auto& base : bases) base = "ACGT"[random() % 4];
  return bases;
}

ReadStore store_of(const std::vector<std::string>& reads) {
  StoreBudget budget(1'000'000);
  ReadStore store(budget);
  for (const auto& read : reads) store.add(read);
  store.finish();
  store.settle();
  return store;
}

TEST(Baits, FindReadsOfBothStrandsThatShareAStretch) {
  std::mt19937 random(5);
  const auto end = random_bases(150, random);
  const auto beyond = end.substr(75) + random_bases(75, random);
  const std::vector<std::string> reads = {random_bases(150, random),
                                          beyond,
                                          sequence::reverse_complement(beyond),
                                          random_bases(150, random),
                                          end.substr(0, 20),
                                          "",
                                          end};
  const auto store = store_of(reads);
  ASSERT_TRUE(store.is_complete());
  const auto found = recruit_again(store, Baits({end}), 3, {6});
  ASSERT_EQ(found.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t record = std::vector<std::size_t>{1, 2, 4}[i];
    EXPECT_EQ(found[i].record, record);
    EXPECT_EQ(found[i].file, 3U);
    EXPECT_EQ(found.bases(i), reads[record]);
    EXPECT_EQ(found.qualities(i), std::string(reads[record].size(), '!' + 30));
  }
}

TEST(Baits, OfNothingFindNothing) {
  EXPECT_TRUE(Baits({}).empty());
  EXPECT_TRUE(Baits({"ACGT"}).empty());
}

}  // namespace
}  // namespace kres::genome
