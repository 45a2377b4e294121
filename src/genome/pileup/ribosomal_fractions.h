// Bases of ribosomal RNA and promoters over all their copies, read by read: k of n copies.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "genome/pileup/evidence_input.h"
#include "genome/pileup/placed_reads.h"

namespace kres::genome {

// Where each entry of the scope that the tables speak about stands on the contigs: assembly lays
// the copies of an RNA on top of each other, or keeps them apart where they differ.
using NucleotidePlaces = std::map<std::string, std::vector<AlignedPlacement>>;  // by entry
NucleotidePlaces find_nucleotide_places(const ReadEvidenceInput& input);

// Judges every catalogued base by the reads on all copies together (thresholds: ribosomal_* of the
// settings; bases of promoters, which have one copy: site_*) and k = share * copies, rounded.
//
// `ribosomal`: the state is `assessed` if every catalogued base has enough reads, the depth
// suffices and the number of copies is known, otherwise the reason is depth:X, reads:X/NEEDED or
// copies_not_known; copies_found is the RNA's depth by that of single-copy loci; positions are
// those that are called (mutant_copies at least 1) or seen (0). Of the determinants, those that
// reads call are there and intact, those that contigs show and reads do not call are not
// assessable. Promoters go to `fractions`, as codons do.
void add_ribosomal_fractions(GenomeResult& result, const NucleotidePlaces& places,
                             const PlacedReads& placed, const ReadEvidenceInput& input,
                             double single_copy_depth, bool assessable);

}  // namespace kres::genome
