#include "genome/protein/coded_words.h"

#include <array>

#include "genome/protein/block_words.h"

namespace kres::genome {

void append_known_words(std::string_view bases, std::size_t start, const ProteinIndex& index,
                        std::vector<CodedWord>& found) {
  const auto& tables = codon_tables();
  for (; start + kBlockReads <= bases.size(); start += kBlockBases) {
    std::array<Word, kWordsOfABlock> words;
    read_block(bases.data() + start, tables, words.data());
    for (std::size_t i = 0; i < words.size(); ++i)
      if (index.may_contain(words[i])) found.push_back(found_in_block(words[i], start, i));
  }
}

void find_known_words_plain(std::string_view bases, const ProteinIndex& index,
                            std::vector<CodedWord>& found) {
  found.clear();
  append_known_words(bases, 0, index, found);
}

void find_known_words(std::string_view bases, const ProteinIndex& index,
                      std::vector<CodedWord>& found) {
  static const auto way = has_wide_known_words()   ? find_known_words_wide
                          : has_avx2_known_words() ? find_known_words_avx2
                                                   : find_known_words_plain;
  way(bases, index, found);
}

}  // namespace kres::genome
