// Resistance genes that only their protein tells: members of a family too distant for the search by
// nucleotides.
#pragma once

#include <vector>

#include "genome/protein/translated_align.h"
#include "genome/reference/reference_set.h"
#include "genome/result/genome_result.h"
#include "sequence/assembly.h"

namespace kres::genome {

// Determinants for placements of gene proteins that lie on no determinant found before. A member is
// reported from the identity and coverage that the release curates for its family; a carbapenemase,
// mcr, van or other critical gene from the identity and coverage of a gene that is present on
// (settings), below both, from settings.protein_trace on, as a trace.
std::vector<Determinant> call_distant_genes(const std::vector<TranslatedPlacement>& placements,
                                            const ReferenceSet& reference,
                                            const std::vector<sequence::ContigSequence>& contigs,
                                            const std::vector<Determinant>& known);

}  // namespace kres::genome
