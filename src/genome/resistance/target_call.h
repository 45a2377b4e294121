// States of chromosomal target genes, and the determinants that follow from them.
#pragma once

#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/resistance/target_tables.h"
#include "genome/result/genome_result.h"
#include "genome/search/locus.h"
#include "sequence/assembly.h"

namespace kres::genome {

struct TargetFindings {
  std::vector<Target> targets;  // one per target gene of the species, in the table's order
  std::vector<Determinant> determinants;  // known mutations and disruptions
};

// Whether a pattern on species or complex holds for the species.
bool in_scope(const std::string& scope, const Species& species);

// What the loss of a target is as a determinant; nothing if it is not lost or its loss does not
// matter. An absent target stands between the two bases beside it and has no pieces.
std::vector<Determinant> disruption(const Target& target, const TargetRow& row);

// `loci` are the loci of target entries in the whole assembly. A target that is not found is
// "not_assessable" with the detail "not_found" ("assembly_quality" in a failed assembly).
TargetFindings call_targets(const std::vector<Locus>& loci, const ReferenceSet& reference,
                            const std::vector<sequence::ContigSequence>& contigs,
                            const std::vector<TargetRow>& table,
                            const std::vector<KnownChange>& known, const Species& species,
                            Verdict quality);

}  // namespace kres::genome
