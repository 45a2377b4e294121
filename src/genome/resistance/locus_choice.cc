#include "genome/resistance/locus_choice.h"

#include <algorithm>

namespace kres::genome {

namespace {

// A longer entry that runs off the contig stays the better one, and an exact entry that is only a
// part of the best is no gene of its own.
const AlignedPlacement& placement_to_call(const Locus& locus, const Settings& settings) {
  const auto& best = locus.best.front();
  if (best.exact() || best.off_contig()) return best;
  for (const auto& other : locus.others)
    if (other.exact() &&
        100.0 * other.entry_length >= settings.coverage_present * best.entry_length)
      return other;
  return best;
}

// The best placements of entries of the same gene that code; none if they are other genes or too
// distant to judge by.
std::vector<const AlignedPlacement*> best_coding(const Locus& locus, const AlignedPlacement& chosen,
                                                 const ReferenceSet& reference) {
  const auto& index = reference.sequences();
  std::vector<const AlignedPlacement*> coding;
  for (const auto* group : {&locus.best, &locus.others})
    for (const auto& placement : *group)
      if (index.entry(placement.entry).coding != Coding::none &&
          placement.identity() >= reference.settings().identity_present &&
          index.gene(placement.entry) == index.gene(chosen.entry))
        coding.push_back(&placement);
  std::erase_if(coding, [&](const auto* one) { return one->score < coding.front()->score; });
  return coding;
}

}  // namespace

LocusChoice choose_placement(const Locus& locus, const ReferenceSet& reference) {
  const auto& chosen = placement_to_call(locus, reference.settings());
  LocusChoice choice{.placement = &chosen, .judged = &chosen, .nearest = {}};
  for (const auto& placement : locus.best) choice.nearest.push_back(placement.entry);
  if (reference.sequences().entry(chosen.entry).coding != Coding::none) return choice;
  const auto coding = best_coding(locus, chosen, reference);
  if (coding.empty()) return choice;
  choice.judged = coding.front();
  if (chosen.exact()) return choice;
  choice.placement = choice.judged;
  choice.nearest.clear();
  for (const auto* placement : coding) choice.nearest.push_back(placement->entry);
  return choice;
}

}  // namespace kres::genome
