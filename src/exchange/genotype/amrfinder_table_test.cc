// AMRFinderPlus' table as its releases and the public portal print it.
#include "exchange/genotype/amrfinder_table.h"

#include <gtest/gtest.h>

#include "exchange/genotype/element_meaning.h"

namespace kres::exchange {
namespace {

AmrFinderTable table(const std::string& text) {
  auto read = read_amrfinder_table(text, "g.tsv");
  EXPECT_TRUE(read) << read.error().text();
  return read ? std::move(*read) : AmrFinderTable();
}

std::string refusal(const std::string& text) {
  const auto read = read_amrfinder_table(text, "g.tsv");
  return read ? "accepted" : read.error().text();
}

TEST(AmrFinderTable, ReadsRelease4) {
  const auto read = table(
      "Name\tProtein id\tContig id\tStart\tStop\tStrand\tElement symbol\tElement "
      "name\tScope\tType\t"
      "Subtype\tClass\tSubclass\tMethod\tTarget length\tReference sequence length\t"
      "% Coverage of reference\t% Identity to reference\tAlignment length\t"
      "Closest reference accession\tClosest reference name\tHMM accession\tHMM description\n"
      "A\tNA\tc1\t100\t981\t-\tblaKPC-3\tKPC-3\tcore\tAMR\tAMR\tBETA-LACTAM\tCARBAPENEM\tALLELEX\t"
      "293\t293\t100.00\t100.00\t293\tWP_1\tcarbapenem-hydrolyzing class A beta-lactamase KPC-3\t"
      "NA\tNA\n");
  ASSERT_EQ(read.rows.size(), 1U);
  const auto& row = read.rows.front();
  EXPECT_EQ(row.isolate, "A");
  EXPECT_EQ(row.symbol, "blaKPC-3");
  EXPECT_EQ(row.subclass, "CARBAPENEM");
  EXPECT_EQ(row.method, "ALLELEX");
  EXPECT_EQ(row.contig, "c1");
  EXPECT_EQ(row.start, 100U);
  EXPECT_EQ(row.end, 981U);
  EXPECT_EQ(row.strand, '-');
  EXPECT_EQ(row.coverage, 100.0);
  EXPECT_TRUE(row.closest.ends_with("KPC-3"));
  EXPECT_TRUE(read.names_isolates);
  EXPECT_TRUE(read.tells_method);
  EXPECT_FALSE(read.looked_for_mutations);
}

TEST(AmrFinderTable, ReadsRelease3WhoseGeneSymbolIsTheElement) {
  const auto read = table(
      "Protein identifier\tContig id\tStart\tStop\tStrand\tGene symbol\tSequence name\tScope\t"
      "Element type\tElement subtype\tClass\tSubclass\tMethod\tTarget length\t"
      "Reference sequence length\t% Coverage of reference sequence\t"
      "% Identity to reference sequence\tName of closest sequence\n"
      "NA\tc\t1\t9\t+\tgyrA_S83F\tgyrA\tcore\tAMR\tPOINT\tQUINOLONE\tQUINOLONE\tPOINTX\t3\t3\t99."
      "5\t"
      "99.9\tgyrA\n");
  EXPECT_EQ(read.rows.at(0).symbol, "gyrA_S83F");
  EXPECT_EQ(read.rows.at(0).subtype, "POINT");
  EXPECT_TRUE(read.looked_for_mutations);
  EXPECT_FALSE(read.names_isolates);
}

TEST(AmrFinderTable, ReadsThePortalWhoseGeneSymbolIsTheAnnotatedGene) {
  const auto read = table(
      "id\tgene_symbol\tamr_element_symbol\tmutation\telement_type\telement_subtype\tclass\t"
      "subclass\nA\tompC\tompK36_D135DGD\tAsp135AspGlyAsp\tAMR\tPOINT\tBETA-LACTAM\tCARBAPENEM\n");
  EXPECT_EQ(read.rows.at(0).symbol, "ompK36_D135DGD");
  EXPECT_EQ(read.rows.at(0).locus, "ompC");
  EXPECT_FALSE(read.tells_method);
}

TEST(AmrFinderTable, RefusesWhatIsNoSuchTable) {
  EXPECT_NE(refusal("a\tb\n1\t2\n").find("no column for the element"), std::string::npos);
  EXPECT_NE(refusal("Name\tElement symbol\tClass\nA\tNA\tX\n").find("g.tsv:2: names no element"),
            std::string::npos);
  EXPECT_NE(refusal("Name\tElement symbol\tClass\n\tsul1\tX\n").find("names no isolate"),
            std::string::npos);
  EXPECT_NE(refusal("Element symbol\tClass\tStart\nsul1\tX\tabc\n").find("start 'abc'"),
            std::string::npos);
  EXPECT_NE(refusal("Element symbol\tClass\t% Coverage of reference\nsul1\tX\t101\n").find("101"),
            std::string::npos);
}

TEST(ElementMeaning, TheMethodSaysHowWholeAGeneIs) {
  using genome::AlleleStatus;
  using genome::FunctionState;
  const auto state = [](const char* method, const char* symbol = "blaKPC-3") {
    const auto whole = wholeness_of(method, symbol);
    return std::pair(whole.status, whole.function);
  };
  EXPECT_EQ(state("ALLELEX"), std::pair(AlleleStatus::exact_protein, FunctionState::intact));
  EXPECT_EQ(state("EXACTP"), std::pair(AlleleStatus::exact_protein, FunctionState::intact));
  EXPECT_EQ(state("BLASTX", "blaKPC"), std::pair(AlleleStatus::novel, FunctionState::intact));
  EXPECT_EQ(state("PARTIALX"), std::pair(AlleleStatus::partial, FunctionState::not_assessable));
  EXPECT_EQ(state("PARTIAL_CONTIG_ENDP"),
            std::pair(AlleleStatus::partial, FunctionState::not_assessable));
  EXPECT_TRUE(wholeness_of("PARTIAL_CONTIG_ENDX", "blaKPC").contig_end);
  EXPECT_EQ(state("INTERNAL_STOP"), std::pair(AlleleStatus::novel, FunctionState::broken));
  EXPECT_EQ(state("HMM", "blaKPC"), std::pair(AlleleStatus::novel, FunctionState::not_assessable));
  EXPECT_TRUE(wholeness_of("HMM", "blaKPC").known);
  EXPECT_FALSE(wholeness_of("GUESS", "blaKPC").known);
  EXPECT_EQ(wholeness_of("GUESS", "blaKPC").function, FunctionState::not_assessable);
  EXPECT_EQ(state(""), std::pair(AlleleStatus::exact_protein, FunctionState::intact));
  EXPECT_EQ(state("", "blaKPC"), std::pair(AlleleStatus::novel, FunctionState::intact));
}

TEST(ElementMeaning, OnlyNumberedAllelesAreAlleles) {
  for (const auto* name : {"blaKPC-3", "blaCTX-M-15", "blaSHV-2A", "mcr-1.1"})
    EXPECT_TRUE(names_an_allele(name)) << name;
  for (const auto* name : {"blaKPC", "blaCTX-M", "sul1", "aac(6')-Ib", "mcr-1", "bla", "arr-3"})
    EXPECT_FALSE(names_an_allele(name)) << name;
}

TEST(ElementMeaning, AChangeIsWhatFollowsTheLastUnderscore) {
  const auto gd = point_change("ompK36_D135DGD", "POINT");
  ASSERT_TRUE(gd);
  EXPECT_EQ(gd->gene, "ompK36");
  EXPECT_EQ(gd->change, "D135DGD");
  EXPECT_FALSE(gd->loss);
  EXPECT_TRUE(point_change("ompK36_Q66STOP", "POINT")->loss);
  EXPECT_TRUE(point_change("mgrB_Q30Ter", "POINT")->loss);
  EXPECT_TRUE(point_change("cirA_K633LfsTer8", "POINT_DISRUPT")->loss);
  EXPECT_FALSE(point_change("ompK36", "POINT"));
  EXPECT_FALSE(point_change("gyrA_", "POINT"));
  EXPECT_FALSE(point_change("gene_name", "POINT"));
}

}  // namespace
}  // namespace kres::exchange
