// Makes a genome whose resistance genes are known from a real one: changed, cut, with genes put in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sequence/contig.h"

namespace kres::validation {

struct InsertableGene {
  std::string name;      // header of its database
  std::string sequence;  // A C G T, a coding sequence
};

// One stretch of an inserted gene in the made genome; positions are 1-based and inclusive on the
// contig's forward strand, gene_start and gene_end count bases of the gene as it was put in.
struct TruthPiece {
  std::size_t copy = 0;  // pieces of one copy share its number
  std::string gene;
  // exact | substitutions:N | stop:CODON | frameshift:BASE | insertion:BASE | lost_start:BASES
  std::string state;
  std::string contig;
  std::size_t start = 0, end = 0;
  char strand = '+';
  std::size_t gene_start = 0, gene_end = 0;
};

struct MadeGenome {
  std::vector<sequence::ContigSequence> contigs;
  std::vector<TruthPiece> truth;
  double substituted = 0;      // share (0-1) of the real genome's bases that were redrawn
  std::size_t lost_bases = 0;  // of the real genome
};

// In this order: substitutions at 0-2 %, lost stretches of 1-20 kb, up to eight genes put in
// (exact, changed, or broken; some twice), cuts (some inside those genes), contigs shuffled in
// order and strand. Equal arguments give an equal genome. Requires: genes is not empty.
MadeGenome make_genome(std::vector<sequence::ContigSequence> real,
                       const std::vector<InsertableGene>& genes, std::uint64_t seed,
                       std::uint64_t number);

// Lines of truth with a header, as written beside the genome.
std::string truth_table(const MadeGenome& genome, const std::string& made_from);

}  // namespace kres::validation
