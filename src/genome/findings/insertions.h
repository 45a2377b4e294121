// Foreign stretches inside genes, and what speaks for a mobile element: the flanks, the ends of the
// stretch, and whether it stands elsewhere in the genome too. No list of elements is needed.
#pragma once

#include <string_view>
#include <vector>

#include "genome/result/genome_result.h"
#include "sequence/assembly.h"

namespace kres::genome {

struct InsertionEvidence {
  std::uint32_t inverted_repeat = 0;     // bases at both ends of the element, 0: too few
  std::uint32_t target_duplication = 0;  // bases that stand on both sides of it, 0: fewer than 3
  std::uint32_t copies = 1;              // of the stretch in the assembly, itself included
};

// Requires: [start, end) lies on the contig, 0-based. The stretch may hold one copy of the
// duplicated target, or parts of both, as an alignment of the gene leaves it.
InsertionEvidence judge_insertion(const std::vector<sequence::ContigSequence>& contigs,
                                  std::string_view contig, std::uint64_t start, std::uint64_t end);

// One per gene that is broken by an insertion and per interrupted target. Requires: positions of
// determinants and targets are on `contigs`.
std::vector<Insertion> find_insertions(const std::vector<Determinant>& determinants,
                                       const std::vector<Target>& targets,
                                       const std::vector<sequence::ContigSequence>& contigs);

}  // namespace kres::genome
