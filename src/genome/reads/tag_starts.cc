#include "genome/reads/tag_starts.h"

#include <bit>

#include "genome/kmer/site_tag.h"

namespace kres::genome {

namespace {

constexpr std::size_t kBlock = 8;                      // words
constexpr std::uint64_t kLow = 0x5555555555555555ULL;  // C in every place
constexpr std::uint64_t kHigh = kLow << 1;             // G in every place

// The low bit of every base of `word` at which YTGCAR begins; `next` is what follows it.
std::uint64_t sites_in(std::uint64_t word, std::uint64_t next) {
  const auto from = [&](int base) { return word << 2 * base | next >> (64 - 2 * base); };
  // Purines have the low bit clear, pyrimidines set; A is 0 and T has both bits.
  const std::uint64_t ends = (~word | from(5)) & kLow;
  const std::uint64_t unlike = ends | ~from(1) | (from(2) ^ kHigh) | (from(3) ^ kLow) | from(4);
  return ~(unlike | unlike >> 1) & kLow;
}

void append_starts(const std::uint64_t* words, std::size_t number, std::size_t last,
                   std::vector<std::uint32_t>& starts) {
  for (auto sites = sites_in(words[number], words[number + 1]); sites != 0;) {
    const auto base = static_cast<std::size_t>(std::countl_zero(sites)) / 2;
    sites &= ~(std::uint64_t{1} << (62 - 2 * base));
    const std::size_t site = 32 * number + base;
    if (site >= kBasesBesideSite && site - kBasesBesideSite <= last)
      starts.push_back(static_cast<std::uint32_t>(site - kBasesBesideSite));
  }
}

}  // namespace

unsigned words_with_sites_plain(const std::uint64_t* words) {
  unsigned found = 0;
  for (std::size_t i = 0; i < kBlock; ++i)
    found |= static_cast<unsigned>(sites_in(words[i], words[i + 1]) != 0) << i;
  return found;
}

void append_tag_starts(const std::uint64_t* words, std::size_t length,
                       std::vector<std::uint32_t>& starts) {
  static const auto words_with_sites = has_wide_words()   ? words_with_sites_wide
                                       : has_avx2_words() ? words_with_sites_avx2
                                                          : words_with_sites_plain;
  if (length < kTagBases) return;
  const std::size_t last = length - kTagBases;
  const std::size_t count = (last + kBasesBesideSite) / 32 + 1;  // words in which a site may begin
  for (std::size_t first = 0; first < count; first += kBlock)
    for (auto found = words_with_sites(words + first); found != 0; found &= found - 1) {
      const auto number = first + static_cast<std::size_t>(std::countr_zero(found));
      if (number < count) append_starts(words, number, last, starts);
    }
}

}  // namespace kres::genome
