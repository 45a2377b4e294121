// Hashes of canonical k-mers as Mash takes them: of the text of the k-mer or of its reverse
// complement, whichever comes first in the alphabet.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kres::genome {

struct MashHashing {
  int k = 21;
  std::uint32_t seed = 42;
  std::uint64_t largest = 0;  // hashes above it are of no interest
};

// Appends the hash of every k-mer without an ambiguous base that is not above `largest`, in no
// particular order, repeats included. Requires: 1 <= k <= 31; bases are upper case.
void append_mash_hashes(std::string_view bases, const MashHashing& hashing,
                        std::vector<std::uint64_t>& hashes);

// The same on any processor: what the ways for particular ones are tested against.
void append_mash_hashes_plain(std::string_view bases, const MashHashing& hashing,
                              std::vector<std::uint64_t>& hashes);

// The same for k = 21 on processors with AVX-512 (F, BW, DQ, VL), eight k-mers at a time.
// Requires: has_wide_mash_hashes() and hashing.k == 21.
bool has_wide_mash_hashes();
void append_mash_hashes_wide(std::string_view bases, const MashHashing& hashing,
                             std::vector<std::uint64_t>& hashes);

// The same for k = 21 on processors with AVX2. Requires: has_avx2_mash_hashes(), hashing.k == 21.
bool has_avx2_mash_hashes();
void append_mash_hashes_avx2(std::string_view bases, const MashHashing& hashing,
                             std::vector<std::uint64_t>& hashes);

}  // namespace kres::genome
