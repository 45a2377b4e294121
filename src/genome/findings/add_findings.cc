#include "genome/findings/add_findings.h"

#include "genome/findings/van_genes.h"
#include "genome/findings/van_verdict.h"

namespace kres::genome {

namespace {

constexpr const char* kDnaMutations = "ncbi/dna_mutations.tsv";
constexpr const char* kRibosomalPositions = "rrna23s/positions.tsv";

}  // namespace

Result<FindingTables> FindingTables::load(const ReferenceSet& reference) {
  KRES_ASSIGN(const auto clusters, reference.table("van_clusters.tsv"));
  KRES_ASSIGN(const auto parts, reference.table("van_parts.tsv"));
  KRES_ASSIGN(auto van, VanTable::parse(clusters, "van_clusters.tsv", parts, "van_parts.tsv"));
  auto genes = van_genes_in(reference, van);
  KRES_ASSIGN(const auto copies, reference.table("rrna_copies.tsv"));
  KRES_ASSIGN(const auto groups, reference.table("taxgroups.tsv"));
  FindingTables tables{std::move(van), std::move(genes), {}, {}, {}};
  KRES_ASSIGN(tables.nucleotides.copies, RibosomalCopyTable::parse(copies, "rrna_copies.tsv"));
  KRES_ASSIGN(tables.taxgroups, Taxgroups::parse(groups, "taxgroups.tsv"));
  KRES_ASSIGN(const auto flanks, reference.table("target_flanks.tsv"));
  KRES_ASSIGN(tables.flanks, parse_target_flanks(flanks, "target_flanks.tsv"));
  if (reference.has(kDnaMutations)) {
    KRES_ASSIGN(const auto mutations, reference.file(kDnaMutations));
    KRES_ASSIGN(tables.nucleotides.mutations, parse_nucleotide_mutations(mutations, kDnaMutations));
  }
  if (reference.has(kRibosomalPositions)) {
    KRES_ASSIGN(const auto text, reference.file(kRibosomalPositions));
    KRES_ASSIGN(auto positions, parse_ribosomal_positions(text, kRibosomalPositions));
    tables.nucleotides.mutations =
        joined(std::move(tables.nucleotides.mutations), std::move(positions));
  }
  return tables;
}

void add_van_clusters(GenomeResult& result, const std::vector<Locus>& gene_loci,
                      const ReferenceSet& reference,
                      const std::vector<sequence::ContigSequence>& contigs,
                      const FindingTables& tables) {
  const auto genes = find_van_genes(result.determinants, gene_loci, reference, contigs, tables.van);
  settle_van_determinants(result.determinants, genes, tables.van);
  if (genes.empty()) return;
  VanSurroundings surroundings{.searched = tables.van_genes, .species = result.species.name};
  for (const auto& contig : contigs)
    surroundings.contigs.push_back({contig.name, contig.bases.size(), contig.circular});
  result.van_operons = judge_van_clusters(genes, surroundings);
}

void add_nucleotide_targets(GenomeResult& result, std::vector<Placement> placements,
                            const ReferenceSet& reference,
                            const std::vector<sequence::ContigSequence>& contigs,
                            const FindingTables& tables) {
  auto findings =
      call_nucleotide_targets(std::move(placements), reference, contigs, tables.nucleotides,
                              tables.taxgroups.group_of(result.species), result.species.name);
  std::move(findings.determinants.begin(), findings.determinants.end(),
            std::back_inserter(result.determinants));
  result.ribosomal = std::move(findings.ribosomal);
}

}  // namespace kres::genome
