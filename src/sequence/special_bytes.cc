#include "sequence/special_bytes.h"

#include <algorithm>
#include <array>

namespace kres::sequence {

namespace {

constexpr auto kNucleotideCodes = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("ACGTUNRYSWKMBDHV"))
    table[static_cast<std::uint8_t>(c)] = table[static_cast<std::uint8_t>(c - 'A' + 'a')] = true;
  return table;
}();

}  // namespace

void find_special_bytes_plain(std::string_view text, std::vector<std::uint32_t>& offsets) {
  offsets.clear();
  for (std::size_t i = 0; i < text.size(); ++i)
    if (is_special(text[i])) offsets.push_back(static_cast<std::uint32_t>(i));
}

bool only_nucleotide_codes_plain(std::string_view letters) {
  return std::all_of(letters.begin(), letters.end(),
                     [](char c) { return kNucleotideCodes[static_cast<std::uint8_t>(c)]; });
}

void find_special_bytes(std::string_view text, std::vector<std::uint32_t>& offsets) {
  find_special_bytes_plain(text, offsets);
}

bool only_nucleotide_codes(std::string_view letters) {
  return only_nucleotide_codes_plain(letters);
}

}  // namespace kres::sequence
