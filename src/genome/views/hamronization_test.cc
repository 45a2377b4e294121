// The fields of the hAMRonization view, and what is left out of it.
#include "genome/views/hamronization.h"

#include <map>

#include <gtest/gtest.h>

#include "base/text.h"

namespace kres::genome {
namespace {

const std::vector<ReferenceSource> kSources = {{"ResFinder", "2022-05-24"}, {"Kleborate", "2.2.0"}};

GenomeResult with(Determinant finding) {
  GenomeResult result{.input = {{"K1.fna.gz", ""}},
                      .software = "kres 0.1.0",
                      .reference_name = "default",
                      .reference_digest = "d1"};
  result.determinants.push_back(std::move(finding));
  return result;
}

std::map<std::string, std::string> record(const Determinant& finding) {
  const std::string header = hamronization_header(),
                    line = hamronization_tsv(with(finding), kSources);
  const auto names = split(trim(header), '\t');
  const auto cells = split(std::string_view(line).substr(0, line.find('\n')), '\t');
  std::map<std::string, std::string> found;
  EXPECT_EQ(names.size(), cells.size());
  for (std::size_t i = 0; i < std::min(names.size(), cells.size()); ++i)
    found[std::string(names[i])] = cells[i];
  return found;
}

const Determinant kKpc{.symbol = "blaKPC-2",
                       .gene = "blaKPC",
                       .kind = DeterminantKind::gene,
                       .drug_class = "beta-lactam",
                       .agents = {"ertapenem", "meropenem"},
                       .source = "resfinder:blaKPC-2_1_AY034847",
                       .contig = "p2",
                       .start = 101,
                       .end = 982,
                       .strand = '-',
                       .identity = 100,
                       .coverage = 100,
                       .function = FunctionState::intact,
                       .pieces = {{.reference_start = 1, .reference_end = 882}}};

TEST(Hamronization, AGeneIsPresentWithItsPlaceAndDatabase) {
  auto gene = record(kKpc);
  EXPECT_EQ(gene["input_file_name"], "K1.fna.gz");
  EXPECT_EQ(gene["gene_symbol"], "blaKPC-2");
  EXPECT_EQ(gene["genetic_variation_type"], "gene_presence_detected");
  EXPECT_EQ(gene["reference_database_name"], "ResFinder");
  EXPECT_EQ(gene["reference_database_version"], "2022-05-24");
  EXPECT_EQ(gene["reference_accession"], "AY034847");
  EXPECT_EQ(gene["analysis_software_name"], "kres");
  EXPECT_EQ(gene["analysis_software_version"], "0.1.0");
  EXPECT_EQ(gene["input_gene_start"], "101");
  EXPECT_EQ(gene["input_gene_stop"], "982");
  EXPECT_EQ(gene["input_gene_length"], "882");
  EXPECT_EQ(gene["reference_gene_stop"], "882");
  EXPECT_EQ(gene["strand_orientation"], "-");
  EXPECT_EQ(gene["sequence_identity"], "100.00");
  EXPECT_EQ(gene["antimicrobial_agent"], "ertapenem;meropenem");
}

TEST(Hamronization, AccessionsWithAnUnderscoreAreWhole) {
  Determinant finding = kKpc;
  finding.source = "resfinder:aac(6')-Iaa_1_NC_003197";
  EXPECT_EQ(record(finding)["reference_accession"], "NC_003197");
  finding.source = "ncbi:WP_000027057.1";
  EXPECT_EQ(record(finding)["reference_accession"], "WP_000027057.1");
}

TEST(Hamronization, ABrokenGeneIsNotPresent) {
  Determinant finding = kKpc;
  finding.function = FunctionState::broken;
  EXPECT_EQ(hamronization_tsv(with(finding), kSources), "");
  EXPECT_EQ(hamronization_json(with(finding), kSources), "");
}

TEST(Hamronization, AGeneThatCannotBeAssessedSaysSo) {
  Determinant finding = kKpc;
  finding.function = FunctionState::not_assessable;
  finding.function_reason = "contig_end";
  EXPECT_EQ(record(finding)["predicted_phenotype"], "not assessable: contig_end");
}

TEST(Hamronization, AChangeIsAProteinOrANucleotideVariant) {
  Determinant finding = kKpc;
  finding.kind = DeterminantKind::mutation;
  finding.symbol = "gyrA S83I";
  finding.gene = "gyrA";
  finding.source = "mutation:gyrA:S83I";
  finding.changes = {{"S83I"}};
  auto protein = record(finding);
  EXPECT_EQ(protein["gene_symbol"], "gyrA");
  EXPECT_EQ(protein["gene_name"], "gyrA S83I");
  EXPECT_EQ(protein["genetic_variation_type"], "protein_variant_detected");
  EXPECT_EQ(protein["amino_acid_mutation"], "p.S83I");
  EXPECT_EQ(protein["reference_database_name"], "kres reference set default");
  EXPECT_EQ(protein["reference_database_version"], "d1");
  finding.gene = "23S";
  finding.changes = {{"G2576T"}};
  auto nucleotide = record(finding);
  EXPECT_EQ(nucleotide["genetic_variation_type"], "nucleotide_variant_detected");
  EXPECT_EQ(nucleotide["nucleotide_mutation"], "n.G2576T");
  EXPECT_EQ(nucleotide["amino_acid_mutation"], "");
}

TEST(Hamronization, ALostTargetIsAnInactivation) {
  Determinant finding = kKpc;
  finding.kind = DeterminantKind::disruption;
  finding.function = FunctionState::broken;
  finding.function_reason = "internal_stop:30/48";
  auto lost = record(finding);
  EXPECT_EQ(lost["genetic_variation_type"], "inactivating_mutation_detected");
  EXPECT_EQ(lost["amino_acid_mutation_interpretation"], "internal_stop:30/48");
}

}  // namespace
}  // namespace kres::genome
