// Finds what ends lines and words in text, and what no text holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kres::sequence {

// Space, control characters, and everything beyond ASCII: what may stand neither in bases nor in
// qualities.
constexpr bool is_special(char c) { return static_cast<std::uint8_t>(c - '!') > '~' - '!'; }

// Writes the offsets of all special bytes, ascending, and returns how many. Requires: room for
// text.size() + kSpecialRoom offsets; text is smaller than 4 GiB.
std::size_t find_special_bytes(std::string_view text, std::uint32_t* offsets);
inline constexpr std::size_t kSpecialRoom = 16;  // offsets that may be written behind the last

// A, C, G, T, U and every other IUPAC code, upper or lower case.
bool only_nucleotide_codes(std::string_view letters);

// The same on any processor: what the ways for particular ones are tested against.
std::size_t find_special_bytes_plain(std::string_view text, std::uint32_t* offsets);
bool only_nucleotide_codes_plain(std::string_view letters);

// The same on processors with AVX-512 (F, BW, VBMI2), 64 bytes at a time.
// Requires: has_wide_special_bytes().
bool has_wide_special_bytes();
std::size_t find_special_bytes_wide(std::string_view text, std::uint32_t* offsets);
bool only_nucleotide_codes_wide(std::string_view letters);

// The same on processors with AVX2, 32 bytes at a time. Requires: has_avx2_special_bytes().
bool has_avx2_special_bytes();
std::size_t find_special_bytes_avx2(std::string_view text, std::uint32_t* offsets);
bool only_nucleotide_codes_avx2(std::string_view letters);

}  // namespace kres::sequence
