// Finds what ends lines and words in text, and what no text holds.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kres::sequence {

// Space, control characters, and everything beyond ASCII: what may stand neither in bases nor in
// qualities.
constexpr bool is_special(char c) { return static_cast<std::uint8_t>(c - '!') > '~' - '!'; }

// The offsets of all special bytes, ascending. Requires: text is smaller than 4 GiB.
void find_special_bytes(std::string_view text, std::vector<std::uint32_t>& offsets);

// A, C, G, T, U and every other IUPAC code, upper or lower case.
bool only_nucleotide_codes(std::string_view letters);

// The same on any processor: what the ways for particular ones are tested against.
void find_special_bytes_plain(std::string_view text, std::vector<std::uint32_t>& offsets);
bool only_nucleotide_codes_plain(std::string_view letters);

}  // namespace kres::sequence
