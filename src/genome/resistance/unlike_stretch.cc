#include "genome/resistance/unlike_stretch.h"

#include <algorithm>

#include <fmt/format.h>

namespace kres::genome {

namespace {

// Between proteins of 90 % identity six changed residues in a row are, at any one place, a chance
// of 1 in 10^6.
constexpr int kLeastExcess = 6;
// The loops of porins differ in up to twelve residues in a row between healthy isolates (loop 7 of
// OprD: Epp et al. 2001, doi 10.1128/AAC.45.6.1780-1787.2001).
constexpr int kLongExcess = 15;

// Columns that are all equal, or all not.
struct Run {
  int first = 0, end = 0;  // residues of the reference, half-open
  int excess = 0;
};

std::vector<Run> runs_of(std::string_view reference, std::string_view observed, int residue) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < reference.size();) {
    const bool equal = reference[i] == observed[i];
    int paired = 0, inserted = 0, deleted = 0;
    Run run{.first = residue};
    for (; i < reference.size() && (reference[i] == observed[i]) == equal; ++i) {
      const bool insertion = reference[i] == '-', deletion = observed[i] == '-';
      inserted += insertion;
      deleted += deletion;
      paired += !insertion && !deletion && observed[i] != 'X';
      residue += !insertion;
    }
    run.end = residue;
    run.excess = equal ? -paired : paired + std::min(inserted, deleted);
    runs.push_back(run);
  }
  return runs;
}

}  // namespace

std::vector<UnlikeStretch> unlike_stretches(std::string_view reference, std::string_view observed,
                                            int first_residue) {
  std::vector<UnlikeStretch> stretches;
  UnlikeStretch best;
  int from = 0, sum = 0;
  const auto close = [&] {
    if (best.excess >= kLeastExcess) stretches.push_back(best);
    best = {};
    sum = 0;
  };
  for (const Run& run : runs_of(reference, observed, first_residue)) {
    if (sum == 0) from = run.first;
    sum += run.excess;
    if (sum > best.excess) best = {from, run.end - 1, sum};
    if (sum <= 0 || sum <= best.excess - kLeastExcess) close();
  }
  close();
  return stretches;
}

bool covered(const std::vector<UnlikeStretch>& stretches, int residue) {
  return std::any_of(stretches.begin(), stretches.end(),
                     [&](const UnlikeStretch& stretch) { return stretch.covers(residue); });
}

std::string unread_stretch(const std::vector<UnlikeStretch>& stretches,
                           const std::vector<int>& known) {
  for (const auto& stretch : stretches)
    if (stretch.excess >= kLongExcess ||
        std::any_of(known.begin(), known.end(), [&](int codon) { return stretch.covers(codon); }))
      return fmt::format("unlike_reference:{}-{}", stretch.first, stretch.last);
  return "";
}

}  // namespace kres::genome
