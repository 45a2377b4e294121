// Changes of proteins, against hand-made cases.
#include "genome/resistance/protein.h"

#include <gtest/gtest.h>

#include "genome/reference/entry.h"

namespace kres::genome {
namespace {

std::vector<std::string> changes(std::string_view reference, std::string_view observed,
                                 int first = 1) {
  std::vector<std::string> texts;
  for (const auto& change : compare_proteins(reference, observed, first).changes)
    texts.push_back(change.text);
  return texts;
}

using Texts = std::vector<std::string>;

TEST(ProteinChanges, EqualProteinsHaveNone) {
  EXPECT_EQ(changes("MKTAYIAK", "MKTAYIAK"), Texts{});
  EXPECT_EQ(compare_proteins("MKTAYIAK", "MKTAYIAK").identity, 100);
}

TEST(ProteinChanges, ASubstitutionIsNamedByResidueAndCodon) {
  EXPECT_EQ(changes("MSDLAREITPV", "MSDLAREITPI"), Texts{"V11I"});
  EXPECT_EQ(changes("HPHGDSAVYD", "HPHGDIAVYD", 78), Texts{"S83I"});
}

// The loop 3 insertion of OmpK36: of the equal descriptions the one nearest to the end is used
// (HGVS).
TEST(ProteinChanges, AnInsertionIsNamedBetweenItsNeighbours) {
  EXPECT_EQ(changes("MKWGGDTYNRS", "MKWGGDGDTYNRS"), Texts{"D6_T7insGD"});
}

TEST(ProteinChanges, ADeletionIsNamedByItsFirstAndLastResidue) {
  EXPECT_EQ(changes("MKTAYIAKQRQ", "MKTAAKQRQ"), Texts{"Y5_I6del"});
  EXPECT_EQ(changes("MKTWYIAKQRQ", "MKTYIAKQRQ"), Texts{"W4del"});
}

TEST(ProteinOf, AStartCodonIsReadAsMethionineAndTheStopEndsIt) {
  EXPECT_EQ(protein_of("GTGAAATAA"), "MK");
  EXPECT_EQ(protein_of("GTGAAATAAGGG"), "MK");
  EXPECT_EQ(protein_of("GCGAAATAA"), "AK");
}

}  // namespace
}  // namespace kres::genome
