// Catalogued codons of the target genes, read by read.
#pragma once

#include <string>
#include <vector>

#include "genome/pileup/entry_map.h"
#include "genome/pileup/evidence_input.h"
#include "genome/pileup/placed_reads.h"

namespace kres::genome {

// A change that a catalogue knows at a codon.
struct CodonChange {
  char residue = 0;    // one letter
  std::string text;    // "S83I"
  std::string source;  // as a determinant names it
  std::string drug_class;
  std::vector<std::string> agents;
};

struct CodonSite {
  std::string gene, codon;  // "gyrA", "S83"
  std::vector<CodonChange> changes;
  std::vector<CodonPlace> places;  // one for each haplotype; not empty
};

// Single residues of the curated table and of the release's catalogue for the scope, of the genes
// that stand on the contigs; a codon that both know is taken from the table. Ordered by gene and
// position in each.
std::vector<CodonSite> find_codon_sites(const ReadEvidenceInput& input);

// Ordered, each once.
std::vector<WatchedCodon> watched(const std::vector<CodonSite>& sites);

// What reads show at a site, over all places; only whole codons count.
struct ReadCodons {
  std::uint32_t reads = 0;
  std::vector<StrandCount> changes;  // in the site's order
};
ReadCodons read_codons(const CodonSite& site, const std::vector<WatchedCodon>& watched,
                       const std::vector<CodonCounts>& counts);

// Fills `fractions` and the sites of `read_evidence`; adds determinants for changes that reads call
// and no contig shows, and says of those that contigs show what share of the reads has them: one
// that reads do not call is not assessable. Without `assessable` (too little depth) none is.
void add_codon_fractions(GenomeResult& result, const std::vector<CodonSite>& sites,
                         const PlacedReads& placed, const ReadEvidenceInput& input,
                         const std::vector<WatchedCodon>& watched, bool assessable);

}  // namespace kres::genome
