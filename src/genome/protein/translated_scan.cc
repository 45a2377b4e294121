#include "genome/protein/translated_scan.h"

#include <algorithm>
#include <tuple>

#include "genome/protein/coded_words.h"
#include "genome/protein/extend_runs.h"

namespace kres::genome {

namespace {

constexpr std::uint32_t kLargestGap = 200;  // residues without a word inside one run
constexpr std::int64_t kSmallShift = 60;    // bases; a single word further off is chance

struct Hit {
  ProteinId protein;
  bool reverse;
  std::int64_t position;  // on its strand
  std::uint32_t residue;
};

class Scanner {
 public:
  Scanner(std::string_view contig, const ProteinIndex& index, const std::vector<char>& wanted)
      : contig_(contig), index_(index), wanted_(wanted) {}

  // Stretches without an unread base, one after the other.
  std::vector<Hit> run() {
    std::vector<CodedWord> words;
    for (std::size_t start = 0; start < contig_.size();) {
      const std::size_t end = std::min(contig_.find('N', start), contig_.size());
      find_known_words(contig_.substr(start, end - start), index_, words);
      for (const auto& word : words) add(word, static_cast<std::int64_t>(start + word.start));
      start = end + 1;
    }
    return std::move(hits_);
  }

 private:
  void add(const CodedWord& word, std::int64_t start) {
    const auto length = static_cast<std::int64_t>(contig_.size());
    const std::int64_t position = word.reverse ? length - start - 3 * kWordLength : start;
    for (const std::uint32_t place : index_.places(word.word)) {
      const ProteinId protein = index_.protein_at(place);
      if (wanted_[protein])
        hits_.push_back({protein, word.reverse, position, place - index_.protein(protein).offset});
    }
  }

  std::string_view contig_;
  const ProteinIndex& index_;
  const std::vector<char>& wanted_;
  std::vector<Hit> hits_;
};

// Runs of the hits of one protein on one strand, ordered by where they start.
std::vector<FrameRun> runs_of(const Hit* first, const Hit* last) {
  std::vector<FrameRun> runs;
  for (const Hit* hit = first; hit != last; ++hit) {
    const std::int64_t diagonal = hit->position - 3 * std::int64_t{hit->residue};
    const auto open = std::find_if(runs.rbegin(), runs.rend(), [&](const FrameRun& run) {
      return run.diagonal == diagonal && hit->residue <= run.residue_end + kLargestGap;
    });
    if (open == runs.rend()) {
      runs.push_back({diagonal, hit->residue, hit->residue + kWordLength, 1});
    } else {
      open->residue_end = std::max(open->residue_end, hit->residue + kWordLength);
      ++open->words;
    }
  }
  std::stable_sort(runs.begin(), runs.end(),
                   [](const FrameRun& a, const FrameRun& b) { return a.start() < b.start(); });
  return runs;
}

bool continues(const FrameRun& last, const FrameRun& next, const TranslatedLimits& limits) {
  if (next.residue_end <= last.residue_end || next.residue_start <= last.residue_start)
    return false;
  const std::int64_t shift = next.diagonal - last.diagonal;
  const bool chance = next.words < 2 || last.words < 2;
  if (chance && std::abs(shift) > kSmallShift) return false;
  return shift <= limits.largest_insertion && next.start() >= last.start() + 3 &&
         next.end() > last.end();
}

void chain(const std::vector<FrameRun>& runs, const TranslatedPlacement& of,
           const TranslatedLimits& limits, std::vector<TranslatedPlacement>& placements) {
  const std::size_t first = placements.size();
  for (const auto& run : runs) {
    std::size_t at = placements.size();
    while (at > first && !continues(placements[at - 1].runs.back(), run, limits)) --at;
    if (at == first) {
      placements.push_back(of);
      at = placements.size();
    }
    placements[at - 1].runs.push_back(run);
  }
}

std::uint32_t words_of(const TranslatedPlacement& placement) {
  std::uint32_t sum = 0;
  for (const auto& run : placement.runs) sum += run.words;
  return sum;
}

}  // namespace

std::vector<TranslatedPlacement> scan_translated(std::string_view contig, std::uint32_t number,
                                                 const ProteinIndex& index,
                                                 const std::vector<char>& wanted,
                                                 const TranslatedLimits& limits) {
  auto hits = Scanner(contig, index, wanted).run();
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::tie(a.protein, a.reverse, a.position, a.residue) <
           std::tie(b.protein, b.reverse, b.position, b.residue);
  });
  std::vector<TranslatedPlacement> placements;
  for (std::size_t first = 0; first < hits.size();) {
    std::size_t last = first;
    while (last < hits.size() && hits[last].protein == hits[first].protein &&
           hits[last].reverse == hits[first].reverse)
      ++last;
    chain(runs_of(hits.data() + first, hits.data() + last),
          {hits[first].protein, hits[first].reverse, number, {}, 0}, limits, placements);
    first = last;
  }
  std::erase_if(placements, [&](TranslatedPlacement& placement) {
    if (words_of(placement) < limits.least_words) return true;
    const auto protein = index.sequence(placement.protein);
    extend_runs(placement, protein, contig);
    if (index.kind(placement.protein) == ProteinKind::target &&
        placement.equal >= limits.enough_equal)
      return false;
    return placement.equal < limits.least_equal * static_cast<double>(protein.size());
  });
  return placements;
}

}  // namespace kres::genome
