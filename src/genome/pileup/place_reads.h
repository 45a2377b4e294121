// Places all reads on the contigs and counts what they show.
#pragma once

#include <span>
#include <vector>

#include "genome/pileup/placed_reads.h"
#include "genome/pileup/reads.h"
#include "sequence/contig.h"

namespace kres::genome {

// Each read counts at one place, and each fragment once where its two reads overlap. Reads that fit
// several places equally well (haplotypes share what is equal between them) are shared among these
// as the reads that fit one of them only: the depth of a stretch is the number of read bases on it
// by its length, and the shares follow from the depths by expectation and maximisation. Reads are
// then dealt out in their order so that the counts follow the shares; nothing is drawn at random.
PlacedReads place_reads(std::span<const Read> reads,
                        const std::vector<sequence::ContigSequence>& contigs,
                        const PileupOptions& options);

}  // namespace kres::genome
