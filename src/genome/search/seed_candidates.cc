#include "genome/search/seed_candidates.h"

#include <algorithm>

namespace kres::genome {

void find_seed_candidates_plain(std::string_view bases, const SeedFilter& filter,
                                std::vector<SeedCandidate>& found) {
  // Written without a branch on the filter: what it says cannot be foreseen.
  found.resize(bases.size());
  std::size_t count = 0;
  for_each_kmer(bases, kSeedLength, [&](std::size_t at, Kmer forward, Kmer reverse) {
    const Kmer canonical = std::min(forward, reverse);
    found[count] = {static_cast<std::uint32_t>(at), forward <= reverse, canonical};
    count += filter.may_contain(canonical);
  });
  found.resize(count);
}

void find_seed_candidates(std::string_view bases, const SeedFilter& filter,
                          std::vector<SeedCandidate>& found) {
  static const auto way = has_wide_seed_candidates()   ? find_seed_candidates_wide
                          : has_avx2_seed_candidates() ? find_seed_candidates_avx2
                                                       : find_seed_candidates_plain;
  way(bases, filter, found);
}

}  // namespace kres::genome
