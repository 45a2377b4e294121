// What the ways of finding seed candidates side by side have in common.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "genome/kmer/plain_runs.h"
#include "genome/search/seed_candidates.h"

namespace kres::genome {

// `scan_run(run, origin)` adds the candidates of a run without N that starts at `origin`, and
// returns how many of its k-mers it saw to; those behind are taken one at a time.
template <class ScanRun>
void find_seed_candidates_by_runs(std::string_view bases, const SeedFilter& filter,
                                  std::vector<SeedCandidate>& found, ScanRun&& scan_run) {
  found.clear();
  std::vector<SeedCandidate> rest;
  for_each_plain_run(bases, [&](std::string_view run, std::size_t begin) {
    const std::size_t seen = scan_run(run, begin);
    find_seed_candidates_plain(run.substr(seen), filter, rest);
    for (auto& candidate : rest) {
      candidate.position += static_cast<std::uint32_t>(begin + seen);
      found.push_back(candidate);
    }
  });
}

}  // namespace kres::genome
