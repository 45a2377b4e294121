// Targets that are lost, told by flanks that stand side by side, and insertions before genes, told
// by flanks that stand apart from them.
#pragma once

#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/reference/target_flanks.h"
#include "genome/resistance/target_call.h"
#include "genome/result/genome_result.h"
#include "genome/search/aligned.h"
#include "sequence/assembly.h"

namespace kres::genome {

// Contigs as they were given, and with the first bases of circular ones repeated at their ends.
struct FlankedAssembly {
  const std::vector<sequence::ContigSequence>& given;
  const std::vector<sequence::ContigSequence>& unrolled;
};

// A flank of the species, and where it stands on the unrolled contigs, wholly or in part.
struct SeenFlank {
  const TargetFlank* flank = nullptr;
  std::vector<AlignedPlacement> places;  // at least 90 % identity
};

// `placements` are those of nucleotide targets; entries that are no flank of the species are left
// out.
std::vector<SeenFlank> see_flanks(const std::vector<Placement>& placements,
                                  const ReferenceSet& reference, const FlankedAssembly& assembly,
                                  const std::vector<TargetFlank>& flanks, const Species& species);

// A target that was not found becomes "absent", with a disruption where its loss matters, if both
// flanks stand once and whole on one contig and strand, in their order, with no room for it.
void find_absent_targets(TargetFindings& findings, const std::vector<SeenFlank>& flanks,
                         const std::vector<TargetRow>& rows, const FlankedAssembly& assembly,
                         const Species& species);

// Insertions within the upstream flank of whole targets and intact genes; such a target gets the
// detail "upstream_insertion:LENGTH@DISTANCE". Positions are those of the unrolled contigs.
std::vector<Insertion> find_upstream_insertions(std::vector<Target>& targets,
                                                const std::vector<Determinant>& determinants,
                                                const std::vector<SeenFlank>& flanks,
                                                const FlankedAssembly& assembly);

}  // namespace kres::genome
