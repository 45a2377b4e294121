#include "genome/findings/add_findings.h"

#include "genome/findings/van_genes.h"
#include "genome/findings/van_verdict.h"

namespace kres::genome {

Result<FindingTables> FindingTables::load(const ReferenceSet& reference) {
  KRES_ASSIGN(const auto clusters, reference.table("van_clusters.tsv"));
  KRES_ASSIGN(const auto parts, reference.table("van_parts.tsv"));
  KRES_ASSIGN(auto van, VanTable::parse(clusters, "van_clusters.tsv", parts, "van_parts.tsv"));
  auto genes = van_genes_in(reference, van);
  return FindingTables{std::move(van), std::move(genes)};
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

}  // namespace kres::genome
