// The reads that evidence is drawn from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kres::genome {

// Longer reads are not placed: the work grows with the square of the length. They are for the
// caller to cut.
inline constexpr std::size_t kLongestRead = 1000;  // bases

inline constexpr std::uint32_t kNoMate = UINT32_MAX;

// Views into texts of the caller's.
struct Read {
  std::string_view bases;        // A, C, G, T, N
  std::string_view qualities;    // Phred + 33, one a base; empty: every base counts
  std::uint32_t mate = kNoMate;  // position of the other end of its fragment in the list of reads
};

}  // namespace kres::genome
