// The k-mers of an even share of the reads, as many whatever form the files have.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "genome/kmer/mash_hashes.h"
#include "genome/reads/recruited_reads.h"

namespace kres::genome {

// Hashes of the reads of one file that a share of all picks, each with the place of its record, so
// that the share can be made smaller when all reads have been counted.
class HashSample {
 public:
  // Bases are A, C, G, T, N. Requires: is_in_share(record, share of the sample).
  void add(std::uint64_t record, std::string_view bases, const MashHashing& hashing) {
    append_mash_hashes(bases, hashing, hashes_);
    places_.resize(hashes_.size(), place_of_record(record));
  }
  // Appends the hashes that this share holds.
  void append_share(double share, std::vector<std::uint64_t>& hashes) const {
    for (std::size_t i = 0; i < hashes_.size(); ++i)
      if (is_place_in_share(places_[i], share)) hashes.push_back(hashes_[i]);
  }

 private:
  std::vector<std::uint64_t> hashes_, places_;
};

// The share of which so many bases are wanted, of so many in all.
inline double share_for(double wanted, double all) { return all > wanted ? wanted / all : 1; }

// How much larger a share is to be taken at first, where the bases of all are only estimated.
inline constexpr double kSpareSample = 1.08;

}  // namespace kres::genome
