#include "genome/protein/coded_words.h"

#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

CodonTables make_tables() {
  CodonTables tables{};
  for (unsigned codon = 0; codon < 64; ++codon) {
    const auto base = [&](unsigned shift) {
      return sequence::base_of_code(static_cast<std::uint8_t>(codon >> shift & 3));
    };
    const char a = base(4), b = base(2), c = base(0);
    tables.forward[codon] =
        static_cast<std::uint8_t>(residue_code(sequence::translate_codon(a, b, c)));
    tables.reverse[codon] = static_cast<std::uint8_t>(residue_code(sequence::translate_codon(
        sequence::complement(c), sequence::complement(b), sequence::complement(a))));
  }
  return tables;
}

}  // namespace

const CodonTables& codon_tables() {
  static const CodonTables tables = make_tables();
  return tables;
}

void append_known_words(std::string_view bases, std::size_t start, const ProteinIndex& index,
                        std::vector<CodedWord>& found) {
  const auto& tables = codon_tables();
  for (; start + kBlockReads <= bases.size(); start += kBlockBases)
    for (std::size_t at = start; at < start + 3; ++at) {
      Word forward = 0, reverse = 0;
      for (std::size_t i = 0; i < kWordLength; ++i) {
        const char* codon = bases.data() + at + 3 * i;
        const unsigned number = static_cast<unsigned>(sequence::base_code(codon[0])) << 4 |
                                static_cast<unsigned>(sequence::base_code(codon[1])) << 2 |
                                sequence::base_code(codon[2]);
        forward |= Word{tables.forward[number]} << (8 * i);
        reverse |= Word{tables.reverse[number]} << (8 * (kWordLength - 1 - i));
      }
      if (index.may_contain(forward))
        found.push_back({forward, static_cast<std::uint32_t>(at), false});
      if (index.may_contain(reverse))
        found.push_back({reverse, static_cast<std::uint32_t>(at), true});
    }
}

void find_known_words_plain(std::string_view bases, const ProteinIndex& index,
                            std::vector<CodedWord>& found) {
  found.clear();
  append_known_words(bases, 0, index, found);
}

void find_known_words(std::string_view bases, const ProteinIndex& index,
                      std::vector<CodedWord>& found) {
  static const bool wide = has_wide_known_words();
  if (wide)
    find_known_words_wide(bases, index, found);
  else
    find_known_words_plain(bases, index, found);
}

}  // namespace kres::genome
