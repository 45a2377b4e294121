#include "genome/protein/coded_word.h"

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

}  // namespace kres::genome
