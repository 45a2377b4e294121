// Counts bases, sixteen at a time.
#pragma once

#include <cstdint>
#include <string_view>

namespace kres::sequence {

struct BaseCounts {
  std::uint64_t known = 0;  // A, C, G and T
  std::uint64_t gc = 0;     // G and C

  BaseCounts& operator+=(const BaseCounts& more) {
    known += more.known;
    gc += more.gc;
    return *this;
  }
};

// Upper case is counted, everything else is unknown.
BaseCounts count_bases(std::string_view bases);

// Whether every letter is A, C, G or T in upper case.
bool only_known_bases(std::string_view bases);

}  // namespace kres::sequence
