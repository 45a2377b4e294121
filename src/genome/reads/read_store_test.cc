// What a store keeps is what was added; of too much all stores keep one even share.
#include "genome/reads/read_store.h"

#include <random>
#include <set>
#include <span>
#include <string>

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

using Texts = std::vector<std::string>;

Texts random_reads(std::size_t count, std::uint32_t longest) {
  std::mt19937 random(6);
  Texts reads(count);
  for (auto& read : reads) {
    read.resize(random() % longest);
    for (auto& base : read) base = "ACGT"[random() % 4];
  }
  return reads;
}

// Adds reads to stores of one budget, each its part of them.
std::vector<ReadStore> stores_of(const std::vector<std::span<const std::string>>& parts,
                                 std::uint64_t bytes) {
  StoreBudget budget(bytes);
  std::vector<ReadStore> stores;
  std::string given;
  for (const auto& part : parts) {
    auto& store = stores.emplace_back(budget);
    for (const auto& read : part) {
      unpack_bases(store.add(read), read.size(), given);
      EXPECT_EQ(given, read);
    }
    store.finish();
  }
  for (auto& store : stores) store.settle();
  return stores;
}

std::set<std::size_t> kept_by(const ReadStore& store, std::span<const std::string> reads) {
  std::set<std::size_t> kept;
  std::string bases;
  store.for_each([&](std::size_t record, const std::uint64_t* words, std::uint32_t length) {
    unpack_bases(words, length, bases);
    EXPECT_EQ(bases, reads[record]) << record;
    kept.insert(record);
  });
  EXPECT_EQ(kept.size(), store.size());
  return kept;
}

TEST(ReadStore, GivesBackWhatItKeepsOverManyChunks) {
  const auto reads = random_reads(60'000, 700);
  const auto stores = stores_of({reads}, 100'000'000);
  EXPECT_TRUE(stores[0].is_complete());
  EXPECT_EQ(kept_by(stores[0], reads).size(), reads.size());
}

// 60 000 reads of 350 bases, two bits each, are 5.7 MB.
TEST(ReadStore, KeepsAnEvenShareOfWhatIsTooMuch) {
  const auto reads = random_reads(60'000, 700);
  const auto kept = kept_by(stores_of({reads}, 2'000'000)[0], reads);
  EXPECT_NEAR(static_cast<double>(kept.size()), 15'000, 10);
  for (const auto record : kept) EXPECT_TRUE(is_in_share(record, 0.25));
}

TEST(ReadStore, KeepsTheSameShareHoweverReadsAreDividedAmongFiles) {
  const auto reads = random_reads(60'000, 700);
  const std::span<const std::string> all(reads);
  const auto two = stores_of({all.first(30'000), all.last(30'000)}, 2'000'000);
  const auto uneven = stores_of({all.first(10), all.subspan(10, 59'980), all.last(10)}, 2'000'000);
  EXPECT_NEAR(static_cast<double>(two[0].size() + two[1].size()), 15'000, 20);
  EXPECT_NEAR(static_cast<double>(uneven[1].size()), 15'000, 20);
  const auto roomy = stores_of({all.first(10), all.subspan(10, 59'980), all.last(10)}, 7'000'000);
  EXPECT_EQ(roomy[1].size(), 59'980U);
}

TEST(ReadStore, OfABudgetThatHoldsNothingKeepsNothing) {
  const auto reads = random_reads(100, 700);
  EXPECT_LE(stores_of({reads}, 8)[0].size(), 2U);
}

}  // namespace
}  // namespace kres::genome
