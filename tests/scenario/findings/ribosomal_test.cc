// G2576T in k of the six 23S copies of E. faecium E745. blastn finds the copies.
#include <algorithm>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/text.h"
#include "tests/scenario/findings/real_genomes.h"

namespace kres::testing {
namespace {

// A base of one copy: 1-based position on the contig, strand of the copy.
struct Spot {
  std::string contig;
  std::size_t position = 0;
  char strand = '+';
};

class RibosomalOfE745 : public ::testing::Test {
 protected:
  void SetUp() override {
    contigs_ = case_genome("enterococcus_faecium_E745_vanA.fna.gz");
    const auto maps = shared_folder("KRES_SHARED_REFERENCE", "reference") / "rrna23s";
    if (contigs_.empty() || shared_set().empty() || !std::filesystem::exists(maps) ||
        !std::filesystem::exists("/usr/bin/blastn"))
      GTEST_SKIP() << "shared genomes and releases or blastn are absent";
    hits_ = blastn(maps / "Enterococcus_faecium_23S.fasta", contigs_, {"-perc_identity", "98"});
    std::erase_if(hits_, [](const BlastHit& hit) {
      return hit.query_start != 1 || hit.query_end != hit.query_length;
    });
    ASSERT_EQ(hits_.size(), 6U);
    find_spots(maps / "Enterococcus_faecium_23S_position_map.tsv");
  }

  // Where E. coli's base 2576 stands in each copy.
  void find_spots(const std::filesystem::path& map) {
    const auto text = read_file(map).value();
    std::size_t position = 0;
    for (const auto line : split(text, '\n')) {
      const auto cells = split(line, '\t');
      if (cells.size() == 4 && cells[0] == "2576")
        position = static_cast<std::size_t>(parse_int(cells[1]).value_or(0));
    }
    ASSERT_GT(position, 0U);
    for (const auto& hit : hits_) {
      const bool reverse = hit.start > hit.end;
      const std::size_t before = contig_bases_before(hit, position);
      const std::size_t at = reverse ? hit.start - before : hit.start + before;
      spots_.push_back({hit.contig, at, reverse ? '-' : '+'});
      ASSERT_EQ(bases_of(contigs_, hit.contig, at, at, spots_.back().strand), "G");
    }
  }

  // Bases of the contig that stand before a base of the query.
  static std::size_t contig_bases_before(const BlastHit& hit, std::size_t query_position) {
    std::size_t query = 0, contig = 0;
    for (std::size_t i = 0; i < hit.query_bases.size(); ++i) {
      query += hit.query_bases[i] != '-';
      if (query == query_position) break;
      contig += hit.contig_bases[i] != '-';
    }
    return contig;
  }

  Contigs contigs_;
  std::vector<BlastHit> hits_;
  std::vector<Spot> spots_;
};

TEST_F(RibosomalOfE745, TheNumberOfMutatedCopiesIsCounted) {
  std::vector<Edit> edits;
  for (std::size_t k = 0; k <= spots_.size(); ++k) {
    edits.push_back({"k" + std::to_string(k), contigs_});
    for (std::size_t i = 0; i < k; ++i)
      replace_bases(edits.back().contigs, spots_[i].contig, spots_[i].position, spots_[i].position,
                    "T", spots_[i].strand);
  }
  const auto results = analyse_all(edits, "Enterococcus faecium", shared_set());
  ASSERT_EQ(results.size(), 7U);
  for (std::size_t k = 0; k < results.size(); ++k) {
    ASSERT_EQ(results[k].ribosomal.size(), 1U);
    const auto& rna = results[k].ribosomal[0];
    EXPECT_EQ(rna.gene, "23S");
    EXPECT_EQ(rna.state, "assessed") << rna.reason;
    EXPECT_EQ(rna.copies_found, 6U);
    ASSERT_EQ(rna.positions.size(), k == 0 ? 0U : 1U);
    if (k > 0) {
      EXPECT_EQ(rna.positions[0].ecoli_position, 2576U);
      EXPECT_EQ(rna.positions[0].mutant_copies, k);
    }
    for (const auto& phenotype : results[k].phenotype) {
      if (phenotype.agent != "linezolid") continue;
      EXPECT_EQ(phenotype.prediction == genome::Prediction::non_wild_type, k > 1) << k;
      EXPECT_EQ(phenotype.prediction == genome::Prediction::uncertain, k == 1)
          << "one copy of six need not show, and is no wild type";
    }
  }
}

// Copies that an assembler laid on top of each other: how many are mutated cannot be said, and a
// base that was not seen mutated is not called wild type.
TEST_F(RibosomalOfE745, CollapsedCopiesCannotBeAssessed) {
  std::vector<Edit> edits = {{"collapsed", contigs_}};
  edits.push_back({"collapsed_mutant", contigs_});
  replace_bases(edits.back().contigs, spots_[0].contig, spots_[0].position, spots_[0].position, "T",
                spots_[0].strand);
  for (auto& edit : edits) {
    auto others = hits_;
    others.erase(others.begin());
    std::sort(others.begin(), others.end(),
              [](const BlastHit& a, const BlastHit& b) { return a.start > b.start; });
    for (const auto& hit : others)  // from the right, so that positions stay true
      replace_bases(edit.contigs, hit.contig, std::min(hit.start, hit.end),
                    std::max(hit.start, hit.end), "");
  }
  const auto results = analyse_all(edits, "Enterococcus faecium", shared_set());
  ASSERT_EQ(results.size(), 2U);
  for (const auto& result : results) {
    EXPECT_EQ(result.ribosomal.at(0).state, "not_assessable");
    EXPECT_EQ(result.ribosomal.at(0).reason, "copies:1/6");
    for (const auto& phenotype : result.phenotype) {
      if (phenotype.agent != "linezolid") continue;
      EXPECT_NE(phenotype.prediction, genome::Prediction::wild_type);
      EXPECT_NE(phenotype.prediction, genome::Prediction::non_wild_type);
    }
  }
  EXPECT_TRUE(results[0].ribosomal.at(0).positions.empty());
  EXPECT_EQ(results[1].ribosomal.at(0).positions.at(0).mutant_copies, 1U);
}

}  // namespace
}  // namespace kres::testing
