// Target genes of an organism that are known as proteins: states, catalogued changes, losses.
#pragma once

#include <string>
#include <vector>

#include "genome/protein/translated_align.h"
#include "genome/reference/reference_set.h"
#include "genome/resistance/change_catalogue.h"
#include "genome/resistance/target_call.h"

namespace kres::genome {

// What a release knows of target proteins; empty in a set without such a release.
struct ProteinTargetKnowledge {
  std::vector<CataloguedChange> changes;
  std::vector<SusceptibleProtein> susceptible;
};

// Whether a protein is a target of a group of organisms; of no group if `scope` is empty.
bool is_target_of(const std::string& scope, const ProteinIndex& index, ProteinId id);

// `alignments` are of target proteins whose scope is `scope`; of several reference proteins of a
// gene the one that fits best is used, at every place of the gene. One target per gene of the
// scope; a gene without alignment is "not_assessable" with the detail "not_found"
// ("assembly_quality" in a failed assembly). A loss is a disruption where the catalogue knows a
// loss of the gene, or lists it as susceptible.
TargetFindings call_protein_targets(const std::vector<TranslatedAlignment>& alignments,
                                    const std::string& scope, const ProteinIndex& index,
                                    const ProteinTargetKnowledge& knowledge,
                                    const std::vector<sequence::ContigSequence>& contigs,
                                    double broken_protein, Verdict quality);

// Adds findings on proteins to those on nucleotides: a gene that is there already keeps its target
// and gains the determinants that are not there yet.
void join_targets(TargetFindings& findings, TargetFindings more);

}  // namespace kres::genome
