// Words of seven codons in the six frames of a sequence that an index of proteins may know.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "genome/protein/coded_word.h"
#include "genome/reference/protein_index.h"

namespace kres::genome {

// Replaces `found` by the words that the index's filter does not rule out, by start, forward first.
// Requires: A, C, G and T in upper case only.
void find_known_words(std::string_view bases, const ProteinIndex& index,
                      std::vector<CodedWord>& found);

// The same on any processor: what the way for particular ones is tested against.
void find_known_words_plain(std::string_view bases, const ProteinIndex& index,
                            std::vector<CodedWord>& found);

// The same on processors with AVX-512 (F, BW, DQ, VBMI). Requires: has_wide_known_words().
bool has_wide_known_words();
void find_known_words_wide(std::string_view bases, const ProteinIndex& index,
                           std::vector<CodedWord>& found);

// The same on processors with AVX2. Requires: has_avx2_known_words().
bool has_avx2_known_words();
void find_known_words_avx2(std::string_view bases, const ProteinIndex& index,
                           std::vector<CodedWord>& found);

// Adds the words of blocks that begin at `start` or later. `start` is a multiple of a block's
// bases.
void append_known_words(std::string_view bases, std::size_t start, const ProteinIndex& index,
                        std::vector<CodedWord>& found);

}  // namespace kres::genome
