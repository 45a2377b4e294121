// What the pieces of a long read hold.
#include "genome/long_reads/cut_reads.h"

#include <gtest/gtest.h>
#include <string>

namespace kres::genome {
namespace {

TEST(CutReads, PiecesTogetherAreTheRead) {
  for (const std::size_t length : {1UL, 999UL, 1000UL, 1001UL, 3001UL, 50'000UL}) {
    std::string bases, qualities;
    for (std::size_t i = 0; i < length; ++i) {
      bases += "ACGT"[i * i % 7 % 4];
      qualities += static_cast<char>('!' + i % 40);
    }
    std::vector<sequence::FastqRecord> pieces;
    cut_read({"read", bases, qualities}, pieces);
    std::string joined, joined_qualities;
    for (const auto& piece : pieces) {
      EXPECT_LE(piece.bases.size(), kPieceLength);
      EXPECT_EQ(piece.bases.size(), piece.qualities.size());
      joined += piece.bases;
      joined_qualities += piece.qualities;
    }
    EXPECT_EQ(joined, bases);
    EXPECT_EQ(joined_qualities, qualities);
  }
}

TEST(CutReads, AShortRestIsNoPieceOfItsOwn) {
  const std::string bases(1100, 'A');
  std::vector<sequence::FastqRecord> pieces;
  cut_read({"read", bases, bases}, pieces);
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].bases.size(), 550U);
}

TEST(CutReads, AReadWithoutBasesHasNoPieces) {
  std::vector<sequence::FastqRecord> pieces;
  cut_read({"read", "", ""}, pieces);
  EXPECT_TRUE(pieces.empty());
}

}  // namespace
}  // namespace kres::genome
