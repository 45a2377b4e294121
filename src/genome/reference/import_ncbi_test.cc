// NCBI's reference: small texts with every oddity of the real releases, in both layouts.
#include <gtest/gtest.h>

#include "genome/reference/import_ncbi_cds.h"
#include "genome/reference/import_ncbi_dna.h"
#include "genome/reference/import_ncbi_proteins.h"

namespace kres::genome {
namespace {

constexpr const char* kFamHeader =
    "#node_id\tparent_node_id\tgene_symbol\thmm_id\thmm_tc1\thmm_tc2\tblastrule_complete_ident\t"
    "blastrule_complete_wp_coverage\tblastrule_complete_br_coverage\tblastrule_partial_ident\t"
    "blastrule_partial_wp_coverage\tblastrule_partial_br_coverage\treportable\ttype\tsubtype\t"
    "class\tsubclass\tfamily_name\n";
constexpr const char* kNoRule = "-\t0\t0\t0.00\t0.00\t0.00\t0.00\t0.00\t0.00\t";

std::string fam(const std::string& rows = {}) {
  return std::string(kFamHeader) + "ALL\t\t-\t" + kNoRule + "0\t\t\t\t\t\n" + "AMR\tALL\t-\t" +
         kNoRule + "0\tAMR\tAMR\t\t\t\n" + "blaX_fam\tAMR\tblaX\t" + kNoRule +
         "2\tAMR\tAMR\tBETA-LACTAM\tBETA-LACTAM\tX\n" +
         "aac(3)-IIa\tAMR\taac(3)-IIa\t-\t0\t0\t98.00\t97.00\t96.00\t99.00\t97.00\t50."
         "00\t2\tAMR\tAMR\t"
         "AMINOGLYCOSIDE\tGENTAMICIN\tY\n" +
         "hsp\tALL\thsp\t" + kNoRule + "1\tSTRESS\tHEAT\t\t\tZ\n" + rows;
}

class Ncbi : public testing::Test {
 protected:
  ImportLog log_;
  const NcbiKnowledge knowledge_ = {
      GeneFamilies::parse("pattern\tcritical\tadd_agents\tsource\nblaX-1\tcarbapenemase\tx\ty\n",
                          "f")
          .value(),
      NcbiSubclasses::parse("subclass\tonly_for\tagents\tsource\n"
                            "BETA-LACTAM\t\t\ts\nBETA-LACTAM\thydrolase\tampicillin\ts\n"
                            "GENTAMICIN\t\tgentamicin\ts\nGENTAMICIN\tSalmonella:"
                            "x\tplazomicin\ts\nAMIKACIN\t\tamikacin\ts\n",
                            "s")
          .value()};

  Result<std::vector<NewProtein>> proteins(const std::string& text, const TargetScopes& scopes = {},
                                           NcbiLayout layout = NcbiLayout::tsv) {
    const auto hierarchy = NcbiFamilies::parse(fam(), "fam.tsv");
    EXPECT_TRUE(hierarchy) << hierarchy.error().text();
    return parse_ncbi_proteins(text, "AMRProt.fa", layout, *hierarchy, scopes, knowledge_, log_);
  }
  std::uint64_t total(const std::string& what) {
    const auto totals = log_.totals("ncbi");
    return totals.count(what) > 0 ? totals.at(what) : 0;
  }
};

TEST_F(Ncbi, AnAlleleIsNamedByItselfAndAFamilyByItsSymbol) {
  const auto result = proteins(
      ">A.1|1|1|blaX-1|blaX_fam|hydrolase|2|BETA-LACTAM|BETA-LACTAM|p\nMKL*\n"
      ">B.1|1|1|blaX_fam|blaX_fam|hydrolase|2|BETA-LACTAM|BETA-LACTAM|p\nMKV*\n");
  ASSERT_TRUE(result) << result.error().text();
  ASSERT_EQ(result->size(), 2u);
  EXPECT_EQ((*result)[0].name, "blaX-1");
  EXPECT_EQ((*result)[0].gene, "blaX");
  EXPECT_EQ((*result)[0].family, "blaX_fam");
  EXPECT_EQ((*result)[0].sequence, "MKL");
  EXPECT_EQ((*result)[0].critical_family, "carbapenemase");
  EXPECT_EQ((*result)[0].agents, (std::vector<std::string>{"ampicillin", "x"}));
  EXPECT_EQ((*result)[1].name, "blaX");
  EXPECT_EQ((*result)[1].critical_family, "");
}

TEST_F(Ncbi, TheLayoutWithGiNumbersReadsTheSame) {
  const auto result = proteins(
      ">0|A.1|1|1|aac(3)-IIa|aac(3)-IIa|acetyltransferase|2|GENTAMICIN|AMINOGLYCOSIDE|p\nMKL*\n",
      {}, NcbiLayout::tab);
  ASSERT_TRUE(result) << result.error().text();
  EXPECT_EQ(result->front().id, "ncbi:A.1");
  EXPECT_EQ(result->front().drug_class, "aminoglycoside");
}

TEST_F(Ncbi, CutOffsAreThoseOfTheNodeElseTheDefaults) {
  const auto result = proteins(
      ">A.1|1|1|aac(3)-IIa|aac(3)-IIa||2|GENTAMICIN|AMINOGLYCOSIDE|p\nMKL*\n"
      ">B.1|1|1|blaX-2|blaX_fam||2|BETA-LACTAM|BETA-LACTAM|p\nMKV*\n");
  ASSERT_TRUE(result) << result.error().text();
  const auto &curated = (*result)[0], &plain = (*result)[1];
  EXPECT_EQ(curated.complete_identity, 98);
  EXPECT_EQ(curated.complete_coverage, 96);
  EXPECT_EQ(curated.partial_identity, 99);
  EXPECT_EQ(curated.partial_coverage, 50);
  EXPECT_EQ(plain.complete_identity, 90);
  EXPECT_EQ(plain.partial_coverage, 50);
}

TEST_F(Ncbi, StressProteinsAndMutantFormsAreSetAsideAndCounted) {
  const auto result = proteins(
      ">A.1|1|1|hsp|hsp||1|||p\nMKL*\n"
      ">B.1:2:mgrB_K2V|1|1|mgrB|mgrB|mutation|2|||p\nMVL*\n"
      ">B.1|1|1|mgrB|mgrB|mutation|2|||p\nMKL*\n",
      {{"B.1", {"Escherichia", "Klebsiella_pneumoniae"}}, {"C.1", {"Salmonella"}}});
  ASSERT_TRUE(result) << result.error().text();
  ASSERT_EQ(result->size(), 1u);
  EXPECT_EQ(result->front().kind, ProteinKind::target);
  EXPECT_EQ(result->front().scopes,
            (std::vector<std::string>{"Escherichia", "Klebsiella_pneumoniae"}));
  EXPECT_EQ(total("records"), 3u);
  EXPECT_EQ(total("kept"), 1u);
  EXPECT_EQ(total("out_of_scope"), 1u);
  EXPECT_EQ(total("mutant_form"), 1u);
  EXPECT_EQ(total("rule_without_sequence"), 1u);
}

TEST_F(Ncbi, PartsOfAFusedProteinAreOneProteinOfBothNames) {
  const auto result = proteins(
      ">A.1|1|2|aac|aac(3)-IIa||2|AMIKACIN|AMINOGLYCOSIDE|p\nMKL*\n"
      ">A.1|2|2|aph|aac(3)-IIa||2|GENTAMICIN|AMINOGLYCOSIDE|p\nMKL*\n");
  ASSERT_TRUE(result) << result.error().text();
  ASSERT_EQ(result->size(), 1u);
  EXPECT_EQ(result->front().name, "aac/aph");
  EXPECT_EQ(result->front().agents, (std::vector<std::string>{"amikacin", "gentamicin"}));
}

TEST_F(Ncbi, AGeneThatIsAlsoATargetIsBoth) {
  const auto result = proteins(
      ">A.1|1|1|blaX-9|blaX_fam|efflux|2|GENTAMICIN|AMINOGLYCOSIDE|p\nMKL*\n"
      ">A.1|1|1|blaX-9|blaX_fam|mutation|2|||p\nMKL*\n",
      {{"A.1", {"Staphylococcus_aureus"}}});
  ASSERT_TRUE(result) << result.error().text();
  ASSERT_EQ(result->size(), 2u);
  EXPECT_NE((*result)[0].id, (*result)[1].id);
  EXPECT_NE((*result)[0].kind, (*result)[1].kind);
}

TEST_F(Ncbi, EqualProteinsAreOneWithAnAlias) {
  const auto result = proteins(
      ">A.1|1|1|blaX-2|blaX_fam||2|BETA-LACTAM|BETA-LACTAM|p\nMKL*\n"
      ">B.1|1|1|blaX-3|blaX_fam||2|BETA-LACTAM|BETA-LACTAM|p\nMKL*\n");
  ASSERT_TRUE(result) << result.error().text();
  ASSERT_EQ(result->size(), 1u);
  EXPECT_EQ(result->front().aliases, std::vector<std::string>{"ncbi:B.1"});
  EXPECT_EQ(total("duplicate_sequence"), 1u);
}

TEST_F(Ncbi, AnUnknownSubclassIsLoggedAndNamesNoAgent) {
  const auto result = proteins(">A.1|1|1|blaX-2|blaX_fam||2|NEWDRUG|X|p\nMKL*\n");
  ASSERT_TRUE(result) << result.error().text();
  EXPECT_TRUE(result->front().agents.empty());
  EXPECT_EQ(total("unknown_subclass"), 1u);
}

TEST_F(Ncbi, DamagedProteinFilesAreRefusedWithTheirLine) {
  const std::string good = ">A.1|1|1|blaX-1|blaX_fam||2|BETA-LACTAM|BETA-LACTAM|p\nMKL*\n";
  const std::vector<std::pair<std::string, std::size_t>> damaged = {
      {"", 0},
      {"\x01\x02\x03", 1},
      {good + good, 3},                                                       // twice
      {good + ">B.1|1|1|blaX-1|blaX_fam||2|BETA-LACTAM|p\nMKL*\n", 3},        // a field less
      {good + ">B.1|1|1|blaX-1|blaX_fam||2|BETA-LACTAM|BETA-LACTAM|p\n", 3},  // no sequence
      {good + ">B.1|1|1|blaX-1|blaX_fam||2|BETA-LACTAM|BETA-LACTAM|p\nMK", 3},
      {good + ">B.1|1|1|blaX-1|blaX_fam||2|BETA-LACTAM|BETA-LACTAM|p\nM*L*\n", 3},
      {good + ">B.1|3|2|blaX-1|blaX_fam||2|BETA-LACTAM|BETA-LACTAM|p\nMKL*\n", 3},
      {good + ">B.1|1|1|blaX-1|blaX_fam||2|BETA-LACTAM|BETA-LACTAM|p\nM1L*\n", 4},
  };
  for (const auto& [text, line] : damaged) {
    const auto result = proteins(text);
    ASSERT_FALSE(result) << text;
    EXPECT_EQ(result.error().code, ErrorCode::bad_input) << text;
    EXPECT_EQ(result.error().file, "AMRProt.fa") << text;
    EXPECT_EQ(result.error().line, line) << text;
  }
}

TEST(NcbiFam, DamagedHierarchiesAreRefused) {
  EXPECT_TRUE(NcbiFamilies::parse(fam(), "fam.tsv"));
  const std::string row = std::string("AMR\t") + kNoRule + "2\tAMR\tAMR\t\t\tX\n";
  EXPECT_FALSE(NcbiFamilies::parse(fam("blaX_fam\tAMR\t" + row), "fam.tsv"));  // twice
  EXPECT_FALSE(NcbiFamilies::parse(fam("new\tNOWHERE\t" + row), "fam.tsv"));
  EXPECT_FALSE(NcbiFamilies::parse(fam("new\tnew\t" + row), "fam.tsv"));  // below itself
  EXPECT_FALSE(NcbiFamilies::parse(fam("new\tAMR\n"), "fam.tsv"));        // cells missing
  const std::string whole = fam();
  const auto cut = NcbiFamilies::parse(whole.substr(0, whole.size() - 1), "fam.tsv");
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().line, 6u);
}

TEST_F(Ncbi, MutationsOfBothLayoutsAreTheSame) {
  const auto old_layout = parse_ncbi_mutations(
      "#taxgroup\taccession_version\tmutation_position\tmutation_symbol\tclass\tsubclass\t"
      "mutated_protein_name\nEscherichia\tW.1\t253\tcirA_Y253CfsTer5\tX\tGENTAMICIN\tn\n",
      "m.tab", NcbiLayout::tab, knowledge_.subclasses, log_);
  const auto new_layout = parse_ncbi_mutations(
      "#taxgroup\taccession_version\tmutation_position\tstandard_mutation_symbol\t"
      "reported_mutation_symbol\tclass\tsubclass\tmutated_protein_name\n"
      "Escherichia\tW.1\t253\tcirA_Y253CfsTer5ins7\tcirA_Y253CfsTer5\tX\tGENTAMICIN\tn\n",
      "m.tsv", NcbiLayout::tsv, knowledge_.subclasses, log_);
  ASSERT_TRUE(old_layout) << old_layout.error().text();
  ASSERT_TRUE(new_layout) << new_layout.error().text();
  EXPECT_EQ(old_layout->front().symbol, new_layout->front().symbol);
  EXPECT_EQ(new_layout->front().change, "Y253CfsTer5ins7");
  EXPECT_EQ(new_layout->front().gene, "cirA");
  EXPECT_EQ(new_layout->front().agents, std::vector<std::string>{"gentamicin"});
}

TEST_F(Ncbi, ASymbolThatCountsAsEscherichiaDoesKeepsThePositionOfTheColumn) {
  const auto result = parse_ncbi_mutations(
      "#taxgroup\taccession_version\tmutation_position\tmutation_symbol\tclass\tsubclass\n"
      "Enterococcus_faecalis\tW.1\t84\tgyrA_S83I\tX\tGENTAMICIN\n",
      "m.tab", NcbiLayout::tab, knowledge_.subclasses, log_);
  ASSERT_TRUE(result) << result.error().text();
  EXPECT_EQ(result->front().symbol, "gyrA_S83I");
  EXPECT_EQ(result->front().position, 84);
  EXPECT_EQ(result->front().change, "S84I");
  EXPECT_EQ(total("symbol_numbered_otherwise"), 1u);
}

TEST_F(Ncbi, CodingSequencesTakeNameAndAgentsOfTheirProtein) {
  const auto known = proteins(">A.1|1|1|blaX-1|blaX_fam||2|BETA-LACTAM|BETA-LACTAM|p\nMKL*\n");
  ASSERT_TRUE(known);
  const auto result = parse_ncbi_cds(
      ">A.1|N.1|1|1|blaX-1|blaX_fam|p N.1:12-1\nATGAAACTGTAA\n"
      ">B.1|N.2|1|1|hsp|hsp|p N.2:1-12\nATGAAACTTTAA\n",
      "AMR_CDS.fa", NcbiLayout::tsv, *known, log_);
  ASSERT_TRUE(result) << result.error().text();
  ASSERT_EQ(result->size(), 1u);
  EXPECT_EQ(result->front().id, "ncbi:blaX-1_N.1:12-1");
  EXPECT_EQ(result->front().critical_family, "carbapenemase");
  EXPECT_FALSE(result->front().always_searched);
  EXPECT_EQ(total("translates_to_another_protein"), 0u);
}

TEST_F(Ncbi, ATruncatedCodingSequenceIsRefusedByTheLengthOfItsHeader) {
  const auto result = parse_ncbi_cds(">A.1|N.1|1|1|blaX-1|blaX_fam|p N.1:1-12\nATGAAACTGTA\n",
                                     "AMR_CDS.fa", NcbiLayout::tsv, {}, log_);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().line, 1u);
}

TEST_F(Ncbi, APromoterMutationIsPlacedOnItsReference) {
  const auto references =
      parse_ncbi_dna_references(">C.1@ampC_promoter@ampC:8-1\nACGTCCGT\n", "AMR_DNA-E", log_);
  ASSERT_TRUE(references) << references.error().text();
  EXPECT_EQ(references->front().kind, EntryKind::nucleotide_target);
  const std::string header =
      "#accesion_version@gene_name@gene_symbol:start-stop\tmutation_position\tmutation_symbol\t"
      "class\tsubclass\tmutated_gene_name\n";
  const auto table = [&](const std::string& row) {
    return parse_ncbi_dna_mutations(header + "C.1@ampC_promoter@ampC:8-1\t" + row, "AMR_DNA-E.tab",
                                    "Escherichia", *references, knowledge_.subclasses, log_);
  };
  const auto good = table("4\tampC_T-32TGT\tB\tBETA-LACTAM\tn\n");
  ASSERT_TRUE(good) << good.error().text();
  EXPECT_EQ(good->front().wild_type, "T");
  EXPECT_EQ(good->front().mutant, "TGT");
  EXPECT_EQ(good->front().reference, references->front().id);
  EXPECT_EQ(total("reference_base_differs"), 0u);
  ASSERT_TRUE(table("5\tampC_T-31del\tB\tBETA-LACTAM\tn\n"));
  EXPECT_EQ(total("reference_base_differs"), 1u);             // C stands at 5
  EXPECT_FALSE(table("9\tampC_T-32A\tB\tBETA-LACTAM\tn\n"));  // outside
  EXPECT_FALSE(table("4\tampC_T-32?\tB\tBETA-LACTAM\tn\n"));
  EXPECT_FALSE(table("4\tampC_T-32A\tB\tBETA-LACTAM\tn"));  // ends inside a line
}

}  // namespace
}  // namespace kres::genome
