// What is made of several loci together, and of loci that are no genes: van clusters, ribosomal RNA
// and promoters, replicons, neighbourhood.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "genome/findings/nucleotide_targets.h"
#include "genome/findings/van_table.h"
#include "genome/reference/reference_set.h"
#include "genome/reference/target_flanks.h"
#include "genome/resistance/taxgroups.h"
#include "genome/result/genome_result.h"
#include "genome/search/locus.h"
#include "sequence/assembly.h"

namespace kres::genome {

// The curated tables of this folder, as the reference set holds them.
struct FindingTables {
  VanTable van;
  std::set<std::string> van_genes;  // that the reference set can find
  NucleotideKnowledge nucleotides;  // no mutations if the set has none
  Taxgroups taxgroups;
  std::vector<TargetFlank> flanks;

  static Result<FindingTables> load(const ReferenceSet& reference);
};

// Requires: species and determinants are filled.
void add_van_clusters(GenomeResult& result, const std::vector<Locus>& gene_loci,
                      const ReferenceSet& reference,
                      const std::vector<sequence::ContigSequence>& contigs,
                      const FindingTables& tables);

// Mutations of ribosomal RNA and promoters join the determinants. Requires: the species is filled.
void add_nucleotide_targets(GenomeResult& result, std::vector<Placement> placements,
                            const ReferenceSet& reference,
                            const std::vector<sequence::ContigSequence>& contigs,
                            const FindingTables& tables);

}  // namespace kres::genome
