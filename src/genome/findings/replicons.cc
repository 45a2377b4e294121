#include "genome/findings/replicons.h"

namespace kres::genome {

namespace {

const AlignedPlacement* best_that_counts(const Locus& locus, const Settings& settings) {
  for (const auto* group : {&locus.best, &locus.others})
    for (const auto& placement : *group)
      if (placement.identity() >= settings.replicon_identity &&
          placement.coverage() >= settings.replicon_coverage)
        return &placement;
  return nullptr;
}

}  // namespace

std::vector<Replicon> call_replicons(const std::vector<Locus>& loci, const ReferenceSet& reference,
                                     const std::vector<sequence::ContigSequence>& contigs) {
  const auto& index = reference.sequences();
  std::vector<Replicon> replicons;
  for (const auto& locus : loci) {
    const auto* placement = best_that_counts(locus, reference.settings());
    if (placement == nullptr) continue;
    replicons.push_back({.name = std::string(index.name(placement->entry)),
                         .contig = contigs[placement->contig].name,
                         .start = placement->contig_start + 1,
                         .end = placement->contig_end,
                         .strand = placement->reverse ? '-' : '+',
                         .identity = placement->identity(),
                         .coverage = placement->coverage(),
                         .source = std::string(index.id(placement->entry))});
  }
  return replicons;
}

}  // namespace kres::genome
