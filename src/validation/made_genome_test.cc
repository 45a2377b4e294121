// Made genomes: the truth beside them is true of their bases.
#include "validation/made_genome.h"

#include <map>

#include <gtest/gtest.h>

#include "sequence/nucleotides.h"
#include "validation/seeded_random.h"

namespace kres::validation {
namespace {

std::vector<sequence::ContigSequence> real() {
  SeededRandom random(99);
  return {{"chromosome", "", random.bases(200000, 0.5), true},
          {"plasmid", "", random.bases(60000, 0.5), true}};
}

std::vector<InsertableGene> genes() {
  SeededRandom random(98);
  return {{"one", random.bases(900, 0.5)}, {"two", random.bases(1200, 0.4)}};
}

// The 10000th output of a default-seeded std::mt19937_64 is fixed by the standard ([rand.predef]).

TEST(SeededRandom, RestsOnAGeneratorThatTheStandardFixes) {
  std::mt19937_64 engine;
  engine.discard(9999);
  EXPECT_EQ(engine(), 9981545732273789042ULL);
}

TEST(MadeGenome, ExactGenesStandWhereTheTruthSays) {
  std::size_t checked = 0;
  for (std::uint64_t number = 0; number < 30; ++number) {
    const auto made = make_genome(real(), genes(), 5, number);
    std::map<std::string, std::string> contigs;
    for (const auto& contig : made.contigs) contigs[contig.name] = contig.bases;
    for (const auto& piece : made.truth) {
      if (piece.state != "exact") continue;
      const std::string gene = piece.gene == "one" ? genes()[0].sequence : genes()[1].sequence;
      auto bases = contigs.at(piece.contig).substr(piece.start - 1, piece.end - piece.start + 1);
      if (piece.strand == '-') bases = sequence::reverse_complement(bases);
      EXPECT_EQ(bases, gene.substr(piece.gene_start - 1, piece.gene_end - piece.gene_start + 1));
      ++checked;
    }
  }
  EXPECT_GT(checked, 30U);
}

TEST(MadeGenome, EqualSeedsMakeEqualGenomesAndOthersDoNot) {
  const auto text = [](std::uint64_t seed) {
    const auto made = make_genome(real(), genes(), seed, 3);
    std::string all = truth_table(made, "x");
    for (const auto& contig : made.contigs) all += contig.bases;
    return all;
  };
  EXPECT_EQ(text(1), text(1));
  EXPECT_NE(text(1), text(2));
}

}  // namespace
}  // namespace kres::validation
