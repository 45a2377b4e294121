#include "sequence/special_bytes.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace kres::sequence {

namespace {

constexpr auto kNucleotideCodes = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("ACGTUNRYSWKMBDHV"))
    table[static_cast<std::uint8_t>(c)] = table[static_cast<std::uint8_t>(c - 'A' + 'a')] = true;
  return table;
}();

constexpr std::size_t kWord = sizeof(std::uint64_t);
constexpr std::uint64_t kOnes = 0x0101010101010101, kHighBits = 0x8080808080808080;

// False only if none of eight bytes is special; true also for some words without one.
bool may_hold_special(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, kWord);
  const std::uint64_t small = (word - kOnes * '!') & ~word, large = word | (word + kOnes);
  return ((small | large) & kHighBits) != 0;
}

}  // namespace

std::size_t find_special_bytes_plain(std::string_view text, std::uint32_t* offsets) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(at + kWord, text.size());
    if (end - at == kWord && !may_hold_special(text.data() + at)) {
      at = end;
      continue;
    }
    for (; at < end; ++at)
      if (is_special(text[at])) offsets[count++] = static_cast<std::uint32_t>(at);
  }
  return count;
}

bool only_nucleotide_codes_plain(std::string_view letters) {
  return std::all_of(letters.begin(), letters.end(),
                     [](char c) { return kNucleotideCodes[static_cast<std::uint8_t>(c)]; });
}

std::size_t find_special_bytes(std::string_view text, std::uint32_t* offsets) {
  static const auto way = has_wide_special_bytes()   ? find_special_bytes_wide
                          : has_avx2_special_bytes() ? find_special_bytes_avx2
                                                     : find_special_bytes_plain;
  return way(text, offsets);
}

bool only_nucleotide_codes(std::string_view letters) {
  static const auto way = has_wide_special_bytes()   ? only_nucleotide_codes_wide
                          : has_avx2_special_bytes() ? only_nucleotide_codes_avx2
                                                     : only_nucleotide_codes_plain;
  return way(letters);
}

}  // namespace kres::sequence
