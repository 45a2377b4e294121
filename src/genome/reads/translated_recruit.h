// Picks reads that, translated in any of their six frames, share a word with wanted proteins.
#pragma once

#include <cstdint>
#include <vector>

#include "genome/reads/read_store.h"
#include "genome/reads/recruited_reads.h"
#include "genome/reference/protein_index.h"

namespace kres::genome {

struct WantedProteins {
  const ProteinIndex* index = nullptr;
  // By ProteinId: how many words of seven codons a read must share with it; 0: it is not wanted.
  std::vector<std::uint8_t> least_words;
};

// `share` (0-1) of the records is looked at, spread
// evenly: what they show is enough to find the rest by nucleotides. Records of `known` (ascending)
// are left out.
RecruitedReads recruit_translated(const ReadStore& store, const WantedProteins& proteins,
                                  double share, std::uint32_t file,
                                  const std::vector<std::uint64_t>& known);

}  // namespace kres::genome
