// The index of typing schemes, on a scheme small enough to read.
#include "genome/reference/mlst_index.h"

#include <gtest/gtest.h>

#include "base/folder_for_test.h"
#include "genome/reference/mlst_index_builder.h"

namespace kres::genome {
namespace {

const std::string kFirst = "ACGTTGCAGGCATTACGGATCCATGCA";
const std::string kLonger = kFirst + "TTT";  // contains allele 1
const std::string kOther = "GGGCCATATACCGTTAGACCAGTTACA";

TypingScheme example() {
  return {.name = "s",
          .source = "made",
          .version = "1",
          .loci = {{"a", {{1, kFirst}, {2, kLonger}}}, {"b", {{1, kOther}, {7, kFirst}}}},
          .profiles = {{1, {1, 1}, "Genus one"},
                       {2, {2, 1}, "Genus one"},
                       {3, {2, 7}, "Genus two"},
                       {4, {2, kMissingAllele}, ""},
                       {9, {1, kAnyAllele}, ""}}};
}

class SmallScheme : public testing::Test {
 protected:
  SmallScheme() {
    const auto file = MlstIndexBuilder(schemes_).build();
    EXPECT_TRUE(write_file_atomic(path_, file));
    auto opened = MlstIndex::open(path_, true);
    EXPECT_TRUE(opened);
    if (opened) index_.push_back(std::move(*opened));
  }
  std::uint32_t type(std::vector<std::uint32_t> alleles) const {
    const auto row = index_[0].find_profile(0, alleles);
    return row.empty() ? 0 : row[2];
  }
  const std::vector<TypingScheme> schemes_ = {example()};
  const FolderForTest folder_;
  const Path path_ = folder_ / "mlst_index_test.index";
  std::vector<MlstIndex> index_;
};

TEST_F(SmallScheme, AnAlleleIsFoundWhereItStandsBaseByBase) {
  const auto found = index_[0].find_exact(1, "CC" + kOther + "AT");
  EXPECT_EQ(found.number, 1u);
  EXPECT_EQ(found.position, 2u);
  std::string changed = kOther;
  changed[20] = 'C';
  EXPECT_EQ(index_[0].find_exact(1, changed).number, 0u);
}

TEST_F(SmallScheme, OfAllelesThatContainOneAnotherTheLongestCounts) {
  EXPECT_EQ(index_[0].find_exact(0, "C" + kLonger).number, 2u);
  EXPECT_EQ(index_[0].find_exact(0, "C" + kFirst + "GGG").number, 1u);
}

TEST_F(SmallScheme, AlleleNumbersBelongToTheirLocus) {
  EXPECT_EQ(index_[0].find_exact(0, kFirst).number, 1u);
  EXPECT_EQ(index_[0].find_exact(1, kFirst).number, 7u);
}

TEST_F(SmallScheme, OnlyAWholeProfileMakesAType) {
  EXPECT_EQ(type({1, 1}), 1u);
  EXPECT_EQ(type({2, 7}), 3u);
  EXPECT_EQ(type({2, 5}), 0u);
}

TEST_F(SmallScheme, AMissingLocusMakesATypeOnlyWhereTheSchemeSaysSo) {
  EXPECT_EQ(type({2, kMissingAllele}), 4u);
  EXPECT_EQ(type({kMissingAllele, 1}), 0u);
  EXPECT_EQ(type({1, 12}), 9u);  // N: any allele
  EXPECT_EQ(type({1, 1}), 1u);   // a profile that names every allele goes first
}

TEST_F(SmallScheme, TheNearestTypeSharesMostAlleles) {
  EXPECT_EQ(index_[0].nearest_type(0, {2, 5}), 2u);  // types 2, 3 and 4 share one
  EXPECT_EQ(index_[0].nearest_type(0, {kMissingAllele, kMissingAllele}), 0u);
}

TEST_F(SmallScheme, AnAlleleNamesASpeciesIfAllItsProfilesDo) {
  EXPECT_EQ(index_[0].species(index_[0].find_exact(1, kOther).species), "Genus one");
  EXPECT_EQ(index_[0].species(index_[0].find_exact(1, kFirst).species), "Genus two");
  EXPECT_EQ(index_[0].species(index_[0].find_exact(0, kLonger).species), "");  // both
}

TEST_F(SmallScheme, AnAlteredIndexIsRefused) {
  auto bytes = read_file(path_).value();
  bytes[bytes.size() / 2] ^= 1;
  ASSERT_TRUE(write_file_atomic(path_, bytes));
  EXPECT_FALSE(MlstIndex::open(path_, true));
}

TEST(SearchedAlleles, AlikeAllelesHaveOneRepresentative) {
  std::string like = kFirst;
  like.back() = 'T';
  const auto entries = searched_alleles({{.name = "s",
                                          .source = "made",
                                          .version = "",
                                          .loci = {{"a", {{1, kFirst}, {2, like}, {3, kOther}}}},
                                          .profiles = {}}});
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].id, "made:s/a_1");
  EXPECT_EQ(entries[1].gene, "s/a");
  EXPECT_EQ(entries[1].name, "3");
}

}  // namespace
}  // namespace kres::genome
