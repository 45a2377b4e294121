// NCBI's reference proteins of resistance (AMRProt): genes and wild-type targets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "genome/reference/entry.h"
#include "genome/reference/gene_families.h"
#include "genome/reference/import_log.h"
#include "genome/reference/import_ncbi_fam.h"
#include "genome/reference/import_ncbi_headers.h"
#include "genome/reference/import_ncbi_mutations.h"
#include "genome/reference/import_ncbi_subclasses.h"

namespace kres::genome {

// What a protein is judged by.
struct NcbiKnowledge {
  GeneFamilies families;
  NcbiSubclasses subclasses;
};

// Name and gene of a record: an allele is named by itself, a node of the hierarchy by its symbol.
struct NcbiName {
  std::string name, gene, node;
};
NcbiName ncbi_name(std::string_view node, std::string_view family, const NcbiFamilies& hierarchy);

// Text of AMRProt | AMRProt.fa, ordered by id. Stress and virulence proteins, and forms that carry
// a mutation, are set aside; the parts of a fused protein become one; equal proteins of genes are
// one with aliases. Genes outside the core of the release (plus genes: efflux and others whose
// effect it does not assert) name no agents. Fails on an accession that stands twice and on a file
// that ends inside a protein.
Result<std::vector<NewProtein>> parse_ncbi_proteins(std::string_view text, const std::string& file,
                                                    NcbiLayout layout,
                                                    const NcbiFamilies& hierarchy,
                                                    const TargetScopes& scopes,
                                                    const NcbiKnowledge& knowledge, ImportLog& log);

}  // namespace kres::genome
