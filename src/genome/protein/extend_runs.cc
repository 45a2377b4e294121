#include "genome/protein/extend_runs.h"

#include <algorithm>

#include "genome/protein/strand.h"

namespace kres::genome {

namespace {

constexpr int kDrop = 10;         // an extension ends when its score falls by this from its best
constexpr double kOwnPart = 0.5;  // share of a run's residues that no better run has

class Extension {
 public:
  Extension(FrameRun& run, std::string_view protein, const Strand& strand)
      : run_(run), protein_(protein), strand_(strand) {}

  std::uint32_t grow() {
    std::uint32_t equal = 0;
    for (auto residue = run_.residue_start; residue < run_.residue_end; ++residue)
      equal += same(residue);
    return equal + right() + left();
  }

 private:
  bool stands(std::int64_t residue) const {
    const std::int64_t at = run_.diagonal + 3 * residue;
    return residue >= 0 && residue < static_cast<std::int64_t>(protein_.size()) && at >= 0 &&
           at + 3 <= strand_.length();
  }
  bool same(std::int64_t residue) const {
    return stands(residue) && strand_.residue(run_.diagonal + 3 * residue) ==
                                  protein_[static_cast<std::size_t>(residue)];
  }

  std::uint32_t right() {
    const auto [length, equal] = reach(run_.residue_end, 1);
    run_.residue_end += length;
    return equal;
  }
  std::uint32_t left() {
    const auto [length, equal] = reach(std::int64_t{run_.residue_start} - 1, -1);
    run_.residue_start -= length;
    return equal;
  }

  // How far the best extension goes, and how many residues are equal in it.
  std::pair<std::uint32_t, std::uint32_t> reach(std::int64_t from, int step) const {
    int score = 0, best = 0;
    std::uint32_t length = 0, equal = 0, best_length = 0, best_equal = 0;
    for (std::int64_t at = from; stands(at) && score > best - kDrop; at += step) {
      const bool is_same = same(at);
      score += is_same ? 1 : -1;
      equal += is_same;
      ++length;
      if (score >= best) best = score, best_length = length, best_equal = equal;
    }
    return {best_length, best_equal};
  }

  FrameRun& run_;
  std::string_view protein_;
  const Strand& strand_;
};

struct Grown {
  FrameRun run;
  std::uint32_t equal = 0;
};

std::uint32_t overlap(const FrameRun& a, const FrameRun& b) {
  const auto start = std::max(a.residue_start, b.residue_start);
  const auto end = std::min(a.residue_end, b.residue_end);
  return end > start ? end - start : 0;
}

bool fits(const FrameRun& run, const std::vector<Grown>& kept) {
  std::uint32_t taken = 0;
  for (const auto& other : kept) {
    if (other.run.diagonal == run.diagonal && overlap(other.run, run) > 0) return false;
    taken += overlap(other.run, run);
    const bool before = run.residue_start < other.run.residue_start;
    if (before != (run.start() < other.run.start())) return false;
    if (before != (run.residue_end < other.run.residue_end)) return false;
  }
  return taken < kOwnPart * (run.residue_end - run.residue_start);
}

}  // namespace

void extend_runs(TranslatedPlacement& placement, std::string_view protein,
                 std::string_view contig) {
  const Strand strand(contig, placement.reverse);
  std::vector<Grown> grown;
  for (FrameRun run : placement.runs) {
    const std::uint32_t equal = Extension(run, protein, strand).grow();
    grown.push_back({run, equal});
  }
  std::stable_sort(grown.begin(), grown.end(),
                   [](const Grown& a, const Grown& b) { return a.equal > b.equal; });
  std::vector<Grown> kept;
  std::uint32_t equal = 0;
  for (const auto& one : grown) {
    if (!fits(one.run, kept)) continue;
    kept.push_back(one);
    equal += one.equal;
  }
  std::sort(kept.begin(), kept.end(),
            [](const Grown& a, const Grown& b) { return a.run.start() < b.run.start(); });
  placement.runs.clear();
  for (const auto& one : kept) placement.runs.push_back(one.run);
  placement.equal = std::min<std::uint32_t>(equal, static_cast<std::uint32_t>(protein.size()));
}

}  // namespace kres::genome
