// What noisy reads leave open: bases that they do not confirm, and lost frames that may be theirs.
#pragma once

#include <cstdint>
#include <vector>

#include "genome/analysis/read_rounds.h"

namespace kres::genome {

enum class BaseDoubt : std::uint8_t {
  none,
  unconfirmed,  // too few reads show the base, or on one strand only
  run,  // part of a run of equal bases at which a reading frame is lost: probably the sequencer's
};

using OpenBases = std::vector<std::vector<BaseDoubt>>;  // by contig, one a base

// `reads`: those that the contigs were made from.
OpenBases find_open_bases(const LocalSearch& found, const RecruitedReads& reads,
                          const Knowledge& knowledge);

// Writes an N for each open base and searches again, so that the decision layer treats it as it
// treats any unread base: no allele is exact, and no gene broken or intact, that holds one.
void write_open(LocalSearch& found, const OpenBases& open, const Species& species,
                const Knowledge& knowledge);

// Says why: genes and targets that the decision layer left open for unread bases get the reason
// homopolymer_uncertain:BASES or bases_unconfirmed:BASES, so many bases of theirs being open.
void explain_open(GenomeResult& result, const OpenBases& open);

}  // namespace kres::genome
