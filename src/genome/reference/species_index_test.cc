// The index of species says who holds a hash, and refuses or survives what was cut or changed.
#include "genome/reference/species_index.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/folder_for_test.h"

namespace kres::genome {
namespace {

class SpeciesHashes : public testing::Test {
 protected:
  void store(const std::string& bytes) { ASSERT_TRUE(write_file_atomic(path_, bytes)); }
  void put(std::size_t at, char byte) {
    std::fstream file(path_, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(at)).put(byte);
  }
  std::vector<SketchId> holders(const SpeciesIndex& index, std::uint64_t hash) {
    const auto found = index.holders(hash);
    return {found.begin(), found.end()};
  }

  const FolderForTest folder_;
  const Path path_ = folder_ / "species.index";
  const std::vector<SpeciesSketch> sketches_ = {
      {"A a", "R1", {3, 5, 9}}, {"A a", "R2", {4, 5, 100}}, {"B b", "R3", {5}}};
  const std::string whole_ = SpeciesIndex::build(21, 42, sketches_).value();
};

TEST_F(SpeciesHashes, EveryHashLeadsToTheSketchesThatHoldIt) {
  store(whole_);
  const auto index = SpeciesIndex::open(path_, true);
  ASSERT_TRUE(index) << index.error().text();
  EXPECT_EQ(holders(*index, 5), (std::vector<SketchId>{0, 1, 2}));
  EXPECT_EQ(holders(*index, 100), std::vector<SketchId>{1});
  for (const std::uint64_t absent : {0U, 6U, 99U, 101U})
    EXPECT_TRUE(holders(*index, absent).empty());
  EXPECT_EQ(index->species_name(index->sketches()[2].species), "B b");
  EXPECT_EQ(index->all_sketches()[1].hashes, sketches_[1].hashes);
}

// Without verifying, a changed index may give other answers, but nothing outside its tables.
TEST_F(SpeciesHashes, EveryChangedBitIsRefusedByVerifyingAndHarmlessWithout) {
  store(whole_);
  for (std::size_t bit = 0; bit < 8 * whole_.size(); ++bit) {
    put(bit / 8, static_cast<char>(whole_[bit / 8] ^ (1 << bit % 8)));
    ASSERT_FALSE(SpeciesIndex::open(path_, true)) << bit;
    const auto index = SpeciesIndex::open(path_, false);
    if (index) {
      for (std::uint64_t hash = 0; hash < 102; ++hash)
        for (const auto sketch : index->holders(hash)) ASSERT_LT(sketch, index->sketches().size());
      ASSERT_EQ(index->all_sketches().size(), index->sketches().size());
    }
    put(bit / 8, whole_[bit / 8]);
  }
}

TEST_F(SpeciesHashes, EveryTruncationIsRefused) {
  store(whole_);
  for (std::size_t length = whole_.size(); length-- > 0;) {
    std::filesystem::resize_file(path_, length);
    ASSERT_FALSE(SpeciesIndex::open(path_, false)) << length;
  }
}

}  // namespace
}  // namespace kres::genome
