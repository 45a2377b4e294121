// The k-mers of a contig that may be seeds: all that the filter does not rule out.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "genome/reference/seed_table.h"

namespace kres::genome {

struct SeedCandidate {
  std::uint32_t position = 0;        // 0-based, of the k-mer in the bases given
  bool bases_are_canonical = false;  // the bases themselves, not their reverse complement
  Kmer canonical = 0;
};

// Replaces `found` by the candidates among the k-mers without an ambiguous base, left to right.
void find_seed_candidates(std::string_view bases, const SeedFilter& filter,
                          std::vector<SeedCandidate>& found);

// The same on any processor: what the ways for particular ones are tested against.
void find_seed_candidates_plain(std::string_view bases, const SeedFilter& filter,
                                std::vector<SeedCandidate>& found);

// The same on processors with AVX-512 (F, DQ, VL), eight k-mers at a time.
// Requires: has_wide_seed_candidates().
bool has_wide_seed_candidates();
void find_seed_candidates_wide(std::string_view bases, const SeedFilter& filter,
                               std::vector<SeedCandidate>& found);

// The same on processors with AVX2. Requires: has_avx2_seed_candidates().
bool has_avx2_seed_candidates();
void find_seed_candidates_avx2(std::string_view bases, const SeedFilter& filter,
                               std::vector<SeedCandidate>& found);

}  // namespace kres::genome
