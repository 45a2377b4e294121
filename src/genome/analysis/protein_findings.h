// What the translated search adds: distant genes, and the targets that are known as proteins only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "genome/analysis/circles.h"
#include "genome/reference/reference_set.h"
#include "genome/resistance/protein_targets.h"
#include "genome/resistance/taxgroups.h"

namespace kres::genome {

// Tables of the set about its proteins.
struct ProteinKnowledge {
  ProteinTargetKnowledge targets;
  Taxgroups taxgroups;
};

// Nothing for a set without proteins.
Result<std::optional<ProteinKnowledge>> read_protein_knowledge(const ReferenceSet& reference);

// Where the unrolled contigs, translated, resemble proteins: genes, and targets of the species'
// group.
struct ProteinSearch {
  std::string scope;
  std::vector<TranslatedPlacement> placements;
  std::vector<TranslatedAlignment> targets;
};

// Requires: the set has proteins.
ProteinSearch search_proteins(const Circles& circles, const ReferenceSet& reference,
                              const ProteinKnowledge& knowledge, const Species& species);

struct ProteinFindings {
  std::vector<Determinant> genes;
  TargetFindings targets;
};

// `known` are the genes found by nucleotides, on the unrolled contigs as what is found here.
ProteinFindings find_in_proteins(const ProteinSearch& search, const Circles& circles,
                                 const ReferenceSet& reference, const ProteinKnowledge& knowledge,
                                 const std::vector<Determinant>& known, Verdict quality);

}  // namespace kres::genome
