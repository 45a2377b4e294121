// Reads single bases of ribosomal RNA and promoters that tables speak about.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "genome/findings/nucleotide_mutations.h"
#include "genome/reference/reference_set.h"
#include "genome/result/genome_result.h"
#include "genome/search/locus.h"
#include "sequence/assembly.h"

namespace kres::genome {

// Bases of the contig that stand at [position, position + length) of the entry, with bases
// inserted before the next one; nothing if the placement does not cover all of them.
std::optional<std::string> bases_at(const AlignedPlacement& aligned, std::string_view contig,
                                    std::uint32_t position, std::uint32_t length);

struct NucleotideKnowledge {
  std::vector<NucleotideMutation> mutations;
  RibosomalCopyTable copies;
};

struct NucleotideFindings {
  std::vector<Determinant> determinants;  // mutations that stand there
  std::vector<Ribosomal> ribosomal;       // one per ribosomal RNA of the scope
};

// `placements` are those of nucleotide targets; only entries of `scope` are read, none if it is
// empty. A
// ribosomal RNA is assessed if as many whole copies stand in the assembly as the species has, and
// no piece of a further one; a mutant base that was seen is named in any case.
NucleotideFindings call_nucleotide_targets(std::vector<Placement> placements,
                                           const ReferenceSet& reference,
                                           const std::vector<sequence::ContigSequence>& contigs,
                                           const NucleotideKnowledge& knowledge,
                                           const std::string& scope, const std::string& species);

}  // namespace kres::genome
