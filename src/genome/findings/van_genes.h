// Finds the genes of van clusters among loci and determinants, each with its state.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "genome/findings/van_table.h"
#include "genome/reference/reference_set.h"
#include "genome/result/genome_result.h"
#include "genome/search/locus.h"
#include "sequence/assembly.h"

namespace kres::genome {

struct VanGeneFound {
  VanGene gene;
  const VanType* type = nullptr;
  VanRole role = VanRole::accessory;
};

// Entries that hold several genes are taken apart by the table; single genes are read from the
// determinants. A gene beyond the end of its contig is not assessable; one that is deleted is not
// in the list. Ordered by contig name and position.
std::vector<VanGeneFound> find_van_genes(const std::vector<Determinant>& determinants,
                                         const std::vector<Locus>& loci,
                                         const ReferenceSet& reference,
                                         const std::vector<sequence::ContigSequence>& contigs,
                                         const VanTable& table);

// A determinant of an entry with several genes works if all of them do. A single gene that is no
// ligase acts on nothing alone: its agents are taken away.
void settle_van_determinants(std::vector<Determinant>& determinants,
                             const std::vector<VanGeneFound>& genes, const VanTable& table);

// Genes of the table that the reference set can find.
std::set<std::string> van_genes_in(const ReferenceSet& reference, const VanTable& table);

}  // namespace kres::genome
