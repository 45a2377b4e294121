// Translated search and alignment on made genes: the truth is how each was made.
#include <gtest/gtest.h>

#include <random>

#include "base/files.h"
#include "genome/protein/translated_align.h"
#include "genome/protein/translated_scan.h"
#include "sequence/nucleotides.h"

namespace kres::genome {
namespace {

constexpr std::string_view kAmino = "ACDEFGHIKLMNPQRSTVWY";

// One codon of each residue, so that a protein can be written as DNA.
std::string codon_of(char residue, std::mt19937& random) {
  std::vector<std::string> codons;
  for (char a : std::string("ACGT"))
    for (char b : std::string("ACGT"))
      for (char c : std::string("ACGT"))
        if (sequence::translate_codon(a, b, c) == residue) codons.push_back(std::string{a, b, c});
  return codons[random() % codons.size()];
}

std::string random_of(std::string_view letters, std::size_t count, std::mt19937& random) {
  std::string text;
  while (text.size() < count) text += letters[random() % letters.size()];
  return text;
}

class TranslatedSearch : public ::testing::Test {
 protected:
  void SetUp() override {
    protein_ = "M" + random_of(kAmino, 299, random_);
    std::vector<NewProtein> proteins(3);
    proteins[0] = {.id = "ncbi:A", .name = "geneA", .gene = "geneA", .sequence = protein_};
    proteins[1] = {.id = "ncbi:B",
                   .name = "geneB",
                   .gene = "geneB",
                   .sequence = "M" + random_of(kAmino, 199, random_)};
    proteins[2] = proteins[0];
    proteins[2].id = "ncbi:A2";
    proteins[2].sequence[10] = proteins[2].sequence[10] == 'A' ? 'V' : 'A';
    path_ = std::filesystem::temp_directory_path() /
            ("kres_proteins_" + std::to_string(::getpid()) + ".index");
    ASSERT_TRUE(write_file_atomic(path_, build_protein_index(proteins)));
    auto opened = ProteinIndex::open(path_, true);
    ASSERT_TRUE(opened) << opened.error().message;
    index_.emplace(std::move(*opened));
    gene_.clear();
    for (char residue : protein_) gene_ += codon_of(residue, random_);
    gene_.replace(0, 3, "ATG");
  }
  void TearDown() override { std::filesystem::remove(path_); }

  std::string around(const std::string& gene) {
    return random_of("ACGT", 500, random_) + gene + "TAA" + random_of("ACGT", 433, random_);
  }

  std::vector<TranslatedPlacement> scan(const std::string& contig) {
    return scan_translated(contig, 0, *index_, {1, 1, 1}, {});
  }

  TranslatedAlignment only(const std::string& contig) {
    const auto placements = scan(contig);
    EXPECT_EQ(placements.size(), 1u);
    if (placements.empty()) return {};
    return align_translated(placements.front(), *index_, contig, 40);
  }

  std::mt19937 random_{20261122};
  std::string protein_, gene_;
  Path path_;
  std::optional<ProteinIndex> index_;
};

TEST_F(TranslatedSearch, FindsAWholeGeneOnBothStrandsInEveryFrame) {
  for (int shift = 0; shift < 12; ++shift) {
    const std::string contig = random_of("ACGT", shift, random_) + around(gene_);
    for (const bool reverse : {false, true}) {
      const auto found = only(reverse ? sequence::reverse_complement(contig) : contig);
      EXPECT_EQ(found.protein, 0u);
      EXPECT_EQ(found.reverse, reverse);
      EXPECT_EQ(found.matches, 300u);
      EXPECT_EQ(found.contig_end - found.contig_start, 900u);
      EXPECT_EQ(found.contig_start, reverse ? 433u + 3 : 500u + static_cast<unsigned>(shift));
      EXPECT_TRUE(found.complete() && found.starts && found.stop_follows && found.read_stops);
      EXPECT_EQ(found.read_through, protein_);
      EXPECT_EQ(found.stop(), 0u);
    }
  }
}

// Too few codons for a word stand before the lost frame.
TEST_F(TranslatedSearch, AFrameLostWithinTheFirstCodonsIsNoLostStart) {
  for (const std::size_t at : {4, 7, 10, 13, 19})
    for (const bool deleted : {true, false}) {
      std::string gene = gene_;
      deleted ? gene.erase(at, 1) : gene.insert(at, 1, gene[at] == 'C' ? 'G' : 'C');
      const auto found = only(around(gene));
      ASSERT_TRUE(found.starts) << at << deleted;
      EXPECT_EQ(found.contig_start, 500u) << at << deleted;
      ASSERT_EQ(found.lost_frames.size(), 1u) << at << deleted;
      EXPECT_EQ(found.lost_frames[0].bases, deleted ? -1 : 1) << at;
      // The codon that the base was in, or the next if it reads the same by chance.
      EXPECT_GE(found.lost_frames[0].residue, at / 3) << at << deleted;
      EXPECT_LE(found.lost_frames[0].residue, at / 3 + 1) << at << deleted;
      const auto read = sequence::translate(gene + "TAA");
      EXPECT_EQ(found.read_through.substr(0, 5),
                read.substr(0, std::min<std::size_t>(5, read.find('*'))))
          << at << deleted;
    }
}

TEST_F(TranslatedSearch, AStartThatIsLostIsNoLostFrame) {
  std::string gene = gene_;
  gene.replace(0, 3, "AAA");
  const auto found = only(around(gene));
  EXPECT_FALSE(found.starts);
  EXPECT_TRUE(found.lost_frames.empty());
  gene.replace(0, 3, "CTG");
  EXPECT_EQ(only(around(gene)).rare_start, "CTG");
}

TEST_F(TranslatedSearch, AMemberOfAClusterIsKnownByItsExactSequence) {
  EXPECT_EQ(index_->protein(2).representative, 0u);
  ASSERT_EQ(index_->members(0).size(), 2u);
  std::string changed = protein_;
  changed[10] = changed[10] == 'A' ? 'V' : 'A';
  EXPECT_EQ(index_->equal_to(changed), std::vector<ProteinId>{2});
  EXPECT_TRUE(index_->equal_to(protein_.substr(1)).empty());
}

TEST_F(TranslatedSearch, FindsDistantMembersDownToTwoThirdsIdentity) {
  int found = 0;
  for (int round = 0; round < 40; ++round) {
    std::string distant = gene_;
    for (std::size_t codon = 1; codon < 300; ++codon)
      if (random_() % 100 < 33)
        distant.replace(3 * codon, 3, codon_of(kAmino[random_() % 20], random_));
    const std::string contig = around(distant);
    for (const auto& placement : scan(contig)) {
      const auto aligned = align_translated(placement, *index_, contig, 40);
      found += placement.protein == 0 && aligned.identity() > 60 && aligned.coverage() > 90;
    }
  }
  EXPECT_GE(found, 38);
}

TEST_F(TranslatedSearch, ALostFrameIsSeenWhereItIs) {
  std::string gene = gene_;
  gene.erase(450, 1);  // first base of codon 151
  const auto found = only(around(gene));
  ASSERT_EQ(found.lost_frames.size(), 1u);
  EXPECT_NEAR(found.lost_frames[0].residue, 150, 3);
  EXPECT_EQ(found.lost_frames[0].bases, -1);
  EXPECT_TRUE(found.complete());
  EXPECT_GT(found.matches, 290u);
  EXPECT_EQ(found.read_through.substr(0, 149), protein_.substr(0, 149));
  gene = gene_;
  gene.insert(300, "G");
  const auto longer = only(around(gene));
  ASSERT_EQ(longer.lost_frames.size(), 1u);
  EXPECT_EQ(longer.lost_frames[0].bases, 1);
}

TEST_F(TranslatedSearch, ALongInsertionStandsApartFromTheGene) {
  std::string gene = gene_;
  gene.insert(600, random_of("ACGT", 1201, random_));
  const auto found = only(around(gene));
  ASSERT_EQ(found.insertions.size(), 1u);
  EXPECT_EQ(found.insertions[0].length, 1201u);
  EXPECT_NEAR(found.insertions[0].residue, 200, 1);
  EXPECT_GE(found.matches, 298u);
  EXPECT_EQ(found.contig_end - found.contig_start, 900u + 1201u);
}

TEST_F(TranslatedSearch, WholeCodonsGoneOrMoreAreGapsAndNotLostFrames) {
  std::string gene = gene_;
  gene.erase(300, 6);
  auto found = only(around(gene));
  EXPECT_EQ(found.deleted, 2u);
  EXPECT_TRUE(found.lost_frames.empty());
  gene = gene_;
  gene.insert(300, "GGTGAT");
  found = only(around(gene));
  EXPECT_EQ(found.inserted, 2u);
  EXPECT_EQ(found.matches, 300u);
}

TEST_F(TranslatedSearch, AStopAndAChangedLastResidueAreInTheColumns) {
  std::string gene = gene_;
  gene.replace(3 * 120, 3, "TAG");
  gene.replace(3 * 299, 3, codon_of(protein_[299] == 'W' ? 'Y' : 'W', random_));
  const auto found = only(around(gene));
  EXPECT_EQ(found.stop(), 121u);
  EXPECT_EQ(found.mismatches, 2u);
  EXPECT_EQ(found.protein_end, 300u);
  EXPECT_EQ(found.read_through, protein_.substr(0, 120));
  EXPECT_TRUE(found.read_stops);
}

TEST_F(TranslatedSearch, ACutContigIsOffItsEnd) {
  const std::string whole = around(gene_);
  const auto start = only(whole.substr(500 + 100));
  EXPECT_TRUE(start.start_off_contig);
  EXPECT_FALSE(start.end_off_contig);
  EXPECT_EQ(start.protein_start, 34u);
  const auto end = only(whole.substr(0, 500 + 700));
  EXPECT_TRUE(end.end_off_contig);
  EXPECT_EQ(end.protein_end, 233u);
  const auto gap = only(whole.substr(0, 500 + 700) + std::string(100, 'N') + whole.substr(1300));
  EXPECT_TRUE(gap.off_contig() || gap.unknown > 0 || !gap.insertions.empty() || gap.deleted > 0);
}

TEST_F(TranslatedSearch, ACutContigIsOffItsEndThoughItsLastResiduesAreOthers) {
  std::string gene = gene_;
  gene.erase(300, 3);  // a gap, so that the ends are found by score
  gene.replace(680, 12, "GGGGGGGGGGGG");
  const auto end = only(around(gene).substr(0, 500 + 692));
  EXPECT_LT(end.protein_end, 231u);
  EXPECT_TRUE(end.end_off_contig);
  const auto whole = only(around(gene));
  EXPECT_FALSE(whole.off_contig());
}

TEST_F(TranslatedSearch, TwoCopiesAreTwoPlacements) {
  EXPECT_EQ(scan(around(gene_) + around(gene_)).size(), 2u);
}

TEST_F(TranslatedSearch, WhatIsNotWantedIsNotSearched) {
  EXPECT_TRUE(scan_translated(around(gene_), 0, *index_, {0, 1, 1}, {}).empty());
}

TEST_F(TranslatedSearch, RandomSequenceHasNothing) {
  EXPECT_TRUE(scan(random_of("ACGT", 2'000'000, random_)).empty());
}

}  // namespace
}  // namespace kres::genome
