// Two-bit codes, complement and translation, against values from NCBI's genetic code 11.
#include "sequence/nucleotides.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kres::sequence {
namespace {

TEST(Nucleotides, CodesAreOrderedAndComplementIsThreeMinusCode) {
  EXPECT_EQ(base_code('A'), 0);
  EXPECT_EQ(base_code('c'), 1);
  EXPECT_EQ(base_code('G'), 2);
  EXPECT_EQ(base_code('t'), 3);
  EXPECT_EQ(base_code('U'), 3);
  EXPECT_EQ(base_code('N'), kNoCode);
  EXPECT_EQ(base_code('\xe5'), kNoCode);
  for (const char base : std::string_view("ACGT"))
    EXPECT_EQ(base_code(complement(base)), 3 - base_code(base));
}

TEST(Nucleotides, ReverseComplementReadsTheOtherStrand) {
  EXPECT_EQ(reverse_complement("GAATTC"), "GAATTC");  // EcoRI's site is its own
  EXPECT_EQ(reverse_complement("AACGNT"), "ANCGTT");
  EXPECT_EQ(reverse_complement(""), "");
}

// NCBI prints table 11 as two rows with the bases in the order T, C, A, G.
TEST(Nucleotides, TranslationIsNcbiTable11) {
  constexpr std::string_view kOrder = "TCAG";
  constexpr std::string_view kNcbi =
      "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG";
  constexpr std::string_view kNcbiStarts =
      "---M------**--*----M------------MMMM---------------M------------";
  for (std::size_t i = 0; i < 64; ++i) {
    const std::string codon = {kOrder[i / 16], kOrder[i / 4 % 4], kOrder[i % 4]};
    EXPECT_EQ(translate_codon(codon[0], codon[1], codon[2]), kNcbi[i]) << codon;
    EXPECT_EQ(is_start_codon(codon), kNcbiStarts[i] == 'M') << codon;
  }
}

TEST(Nucleotides, TranslationLeavesPartCodonsAndDoesNotGuessAtN) {
  EXPECT_EQ(translate("ATGTCACTGTATTAA"), "MSLY*");  // start of the KPC protein, then a stop
  EXPECT_EQ(translate("atgtca"), "MS");
  EXPECT_EQ(translate("ATGTC"), "M");
  EXPECT_EQ(translate("GCNTCA"), "XS");
}

RC_GTEST_PROP(NucleotidesProperty, ReverseComplementTwiceIsTheSame, ()) {
  const auto bases = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ACGTN")));
  RC_ASSERT(reverse_complement(reverse_complement(bases)) == bases);
}

}  // namespace
}  // namespace kres::sequence
