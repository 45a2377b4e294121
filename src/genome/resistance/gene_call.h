// Turns a locus into a determinant: allele, ties, identity, function, agents.
#pragma once

#include <optional>
#include <string_view>

#include "genome/reference/reference_set.h"
#include "genome/result/genome_result.h"
#include "genome/search/locus.h"
#include "sequence/assembly.h"

namespace kres::genome {

// Exact nucleotide allele > exact protein > nearest with all ties. Nothing if the locus is below
// the thresholds of a present or partial gene and is no trace of a critical gene.
std::optional<Determinant> call_gene(const Locus& locus, const ReferenceSet& reference,
                                     const sequence::ContigSequence& contig);

// Fills what follows from the entries that fit best: symbol, gene, nearest, ties, class, agents,
// critical family. `entries` are equally good; `exact` says that the first may be named as the
// allele.
void name_determinant(Determinant& determinant, const std::vector<EntryId>& entries, bool exact,
                      const ReferenceSet& reference);

}  // namespace kres::genome
