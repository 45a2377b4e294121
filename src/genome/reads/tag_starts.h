// Where in a packed read tags of sites begin (genome/kmer/site_tag.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "genome/reads/word_filter.h"

namespace kres::genome {

// Appends the first base of every tag that lies wholly in the read, left to right. `words`: of
// pack_bases(), with kWordsBehind more that are readable.
void append_tag_starts(const std::uint64_t* words, std::size_t length,
                       std::vector<std::uint32_t>& starts);

// Of eight words those in which a site begins, the first one in the lowest bit. The word behind
// them is read, too.
unsigned words_with_sites_plain(const std::uint64_t* words);

// The same on processors with AVX2. Requires: has_avx2_words().
unsigned words_with_sites_avx2(const std::uint64_t* words);

// The same on processors with AVX-512. Requires: has_wide_words().
unsigned words_with_sites_wide(const std::uint64_t* words);

}  // namespace kres::genome
