// Which pieces at contig ends are taken for one gene.
#include "genome/resistance/piece_chains.h"

#include <gtest/gtest.h>

#include "base/files.h"

namespace kres::genome {
namespace {

const Settings& settings() {
  static const Settings kSettings =
      Settings::parse(
          read_file(std::string(KRES_SOURCE_DIR) + "/data/settings/assembly_v1.tsv").value(),
          "assembly_v1")
          .value();
  return kSettings;
}

struct Ends {
  bool start_off = false, end_off = false;
};

// A locus where bases [from, to) of an entry of 900 bases stand without differences.
Locus piece(std::uint32_t from, std::uint32_t to, Ends ends, EntryId entry = 0) {
  AlignedPlacement aligned{.entry = entry,
                           .entry_length = 900,
                           .entry_start = from,
                           .entry_end = to,
                           .matches = to - from,
                           .columns = std::vector<Column>(to - from, Column::match),
                           .start_off_contig = ends.start_off,
                           .end_off_contig = ends.end_off,
                           .score = static_cast<int>(to - from)};
  return {{aligned}, {}};
}

using Loci = std::vector<std::size_t>;

TEST(PieceChains, TwoPiecesThatMeetAreOneGene) {
  const auto chains =
      chain_pieces({piece(500, 900, {true, false}), piece(0, 500, {false, true})}, settings());
  ASSERT_EQ(chains.size(), 1U);
  EXPECT_EQ(chains[0].loci, (Loci{1, 0}));
  EXPECT_EQ(chains[0].overlap(), 0U);
  EXPECT_EQ(chains[0].widest_gap(), 0);
}

TEST(PieceChains, ThreePiecesAreOneGeneTheMiddleOneAContigOfItsOwn) {
  const auto chains = chain_pieces(
      {piece(300, 620, {true, true}), piece(600, 900, {true, false}), piece(0, 310, {false, true})},
      settings());
  ASSERT_FALSE(chains.empty());
  EXPECT_EQ(chains[0].loci, (Loci{2, 0, 1}));
  EXPECT_EQ(chains[0].overlap(), 30U);
  EXPECT_EQ(chains[0].score, 900);
}

TEST(PieceChains, PiecesThatLackOrShareTooMuchAreNotJoined) {
  EXPECT_TRUE(
      chain_pieces({piece(0, 400, {false, true}), piece(461, 900, {true, false})}, settings())
          .empty());
  EXPECT_TRUE(
      chain_pieces({piece(0, 531, {false, true}), piece(400, 900, {true, false})}, settings())
          .empty());
}

TEST(PieceChains, APieceThatGoesOnOnItsContigEndsAChain) {
  EXPECT_TRUE(
      chain_pieces({piece(0, 500, {false, false}), piece(500, 900, {true, false})}, settings())
          .empty());
}

TEST(PieceChains, TwoHeadsOfOneEntryAreNotOneGene) {
  EXPECT_TRUE(chain_pieces({piece(0, 500, {false, true}), piece(0, 450, {false, true})}, settings())
                  .empty());
}

TEST(PieceChains, EntriesThatFitEquallyWellAreTies) {
  auto head = piece(0, 500, {false, true}), tail = piece(500, 900, {true, false});
  head.best.push_back(piece(0, 500, {false, true}, 1).best[0]);
  tail.best.push_back(piece(500, 900, {true, false}, 1).best[0]);
  const auto chains = chain_pieces({head, tail}, settings());
  ASSERT_EQ(chains.size(), 1U);
  EXPECT_EQ(chains[0].ties, (std::vector<EntryId>{0, 1}));
}

}  // namespace
}  // namespace kres::genome
