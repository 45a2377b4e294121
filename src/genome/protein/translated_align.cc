#include "genome/protein/translated_align.h"

#include <algorithm>
#include <string>

#include "genome/protein/codon_align.h"
#include "genome/protein/strand.h"

namespace kres::genome {

namespace {

constexpr std::size_t kWindow = 12, kFewestEqual = 4;  // residues: else a gap may explain more
constexpr std::int64_t kMargin = 60;                   // bases around an alignment with gaps
constexpr std::size_t kLongestExtension = 10;  // residues at an end that are taken as changed
constexpr std::int64_t kAtEnd = 6;             // bases to an unread base
constexpr std::int64_t kNearEnd =
    30;  // so few bases before the contig's end tell no other sequence

// Runs without a long insertion between them, and the residues they account for.
struct Part {
  std::size_t first = 0, last = 0;  // runs, half-open
  std::uint32_t from = 0, to = 0;   // residues
};

class Aligner {
 public:
  Aligner(const TranslatedPlacement& placement, std::string_view protein, std::string_view contig)
      : runs_(placement.runs), protein_(protein), strand_(contig, placement.reverse) {
    result_.protein = placement.protein;
    result_.reverse = placement.reverse;
    result_.contig = placement.contig;
    result_.protein_length = static_cast<std::uint32_t>(protein.size());
  }

  TranslatedAlignment run(std::int64_t interruption) {
    for (const Part& part : parts(interruption)) align(part);
    finish();
    return std::move(result_);
  }

 private:
  std::vector<Part> parts(std::int64_t interruption) const {
    std::vector<Part> parts{{0, 1, 0, 0}};
    for (std::size_t i = 1; i < runs_.size(); ++i) {
      if (runs_[i].diagonal - runs_[i - 1].diagonal >= interruption) {
        const std::uint32_t at = junction(runs_[i - 1], runs_[i]);
        parts.back().to = at;
        parts.push_back({i, i, at, 0});
      }
      parts.back().last = i + 1;
    }
    parts.back().to = static_cast<std::uint32_t>(protein_.size());
    return parts;
  }

  bool equal(std::int64_t diagonal, std::uint32_t residue) const {
    const std::int64_t at = diagonal + 3 * std::int64_t{residue};
    return at >= 0 && at + 3 <= strand_.length() && strand_.residue(at) == protein_[residue];
  }

  // Where to pass from one run to the next so that most residues are equal; the first such place.
  std::uint32_t junction(const FrameRun& left, const FrameRun& right) const {
    const auto low = std::min(left.residue_end, right.residue_start);
    const auto high = std::max(left.residue_end, right.residue_start);
    int equal_now = 0;
    for (auto at = low; at < high; ++at) equal_now += equal(right.diagonal, at);
    int most = equal_now;
    std::uint32_t best = low;
    for (auto at = low; at < high; ++at) {
      equal_now += equal(left.diagonal, at) - equal(right.diagonal, at);
      if (equal_now > most) most = equal_now, best = at + 1;
    }
    return best;
  }

  void align(const Part& part) {
    std::int64_t lowest = runs_[part.first].diagonal, highest = lowest;
    for (std::size_t i = part.first; i < part.last; ++i) {
      lowest = std::min(lowest, runs_[i].diagonal);
      highest = std::max(highest, runs_[i].diagonal);
    }
    if (lowest == highest && align_without_gaps(part, lowest)) return;
    align_with_gaps(part, lowest, highest);
  }

  bool align_without_gaps(const Part& part, std::int64_t diagonal) {
    auto from = std::int64_t{part.from}, to = std::int64_t{part.to};
    if (diagonal + 3 * from < 0) from = (-diagonal + 2) / 3;
    if (diagonal + 3 * to > strand_.length()) to = (strand_.length() - diagonal) / 3;
    if (from >= to) return true;
    std::string observed;
    for (auto at = from; at < to; ++at) observed += strand_.residue(diagonal + 3 * at);
    std::size_t equal = 0;
    for (std::size_t i = 0; i < observed.size(); ++i) {
      equal += same(observed[i], static_cast<std::size_t>(from) + i);
      if (i >= kWindow)
        equal -= same(observed[i - kWindow], static_cast<std::size_t>(from) + i - kWindow);
      if (i + 1 >= std::min(kWindow, observed.size()) && equal < kFewestEqual) return false;
    }
    place(diagonal + 3 * from, static_cast<std::uint32_t>(from));
    for (std::size_t i = 0; i < observed.size(); ++i) pair(observed[i]);
    return true;
  }

  bool same(char observed, std::size_t residue) const {
    return observed == protein_[residue] || observed == 'X';
  }

  void align_with_gaps(const Part& part, std::int64_t lowest, std::int64_t highest) {
    const auto from = std::clamp<std::int64_t>(lowest + 3 * std::int64_t{part.from} - kMargin, 0,
                                               strand_.length());
    const auto to = std::clamp<std::int64_t>(highest + 3 * std::int64_t{part.to} + kMargin, from,
                                             strand_.length());
    const auto residues = std::string_view(protein_).substr(part.from, part.to - part.from);
    const std::int64_t offset = 3 * std::int64_t{part.from} - from;
    const auto found =
        align_codons(residues, strand_.piece(from, to), lowest + offset, highest + offset);
    if (found.steps.empty()) return;
    auto residue = part.from + static_cast<std::uint32_t>(found.residue_start);
    auto base = from + static_cast<std::int64_t>(found.base_start);
    for (std::size_t i = 0; i < kLongestExtension && found.residue_start <= kLongestExtension &&
                            residue > part.from && base >= 3;
         ++i)
      --residue, base -= 3;
    place(base, residue);
    for (auto at = part.from + static_cast<std::uint32_t>(found.residue_start); residue < at;
         ++residue)
      pair(strand_.residue(base_));
    for (const CodonStep step : found.steps) take(step);
    while (residue_ < part.to && part.to - residue_ <= kLongestExtension &&
           base_ + 3 <= strand_.length())
      pair(strand_.residue(base_));
  }

  // Starts a stretch: what lies between it and the one before is a gap, a lost frame or an
  // insertion.
  void place(std::int64_t base, std::uint32_t residue) {
    if (result_.reference.empty()) {
      result_.protein_start = residue;
      start_ = base;
    } else {
      const std::int64_t more = base - base_ - 3 * (std::int64_t{residue} - residue_);
      while (residue_ < residue) gap();
      if (more > 0) result_.insertions.push_back({residue_, static_cast<std::uint32_t>(more)});
    }
    residue_ = residue;
    base_ = base;
  }

  void pair(char observed) {
    const char reference = protein_[residue_];
    result_.reference += reference;
    result_.observed += observed;
    if (observed == 'X')
      ++result_.unknown;
    else
      ++(observed == reference ? result_.matches : result_.mismatches);
    ++residue_;
    base_ += 3;
  }

  void gap() {
    result_.reference += protein_[residue_++];
    result_.observed += '-';
    ++result_.deleted;
  }

  void lose_frame(int bases) {
    result_.lost_frames.push_back({residue_, bases});
    if (bases < 0) gap();
    base_ += bases > 0 ? bases : 3 + bases;
  }

  void take(CodonStep step) {
    switch (step) {
      case CodonStep::codon:
        pair(strand_.residue(base_));
        break;
      case CodonStep::insert:
        result_.reference += '-';
        result_.observed += strand_.residue(base_);
        ++result_.inserted;
        base_ += 3;
        break;
      case CodonStep::remove:
        gap();
        break;
      case CodonStep::plus1:
        lose_frame(1);
        break;
      case CodonStep::plus2:
        lose_frame(2);
        break;
      case CodonStep::minus1:
        lose_frame(-1);
        break;
      case CodonStep::minus2:
        lose_frame(-2);
        break;
    }
  }

  bool unread_near(std::int64_t from, std::int64_t to) const {
    for (auto at = std::max<std::int64_t>(0, from); at < std::min(to, strand_.length()); ++at)
      if (sequence::base_code(strand_.base(at)) == sequence::kNoCode) return true;
    return false;
  }

  void finish() {
    if (result_.reference.empty()) return;
    result_.protein_end = residue_;
    look_at_start();
    const auto a = strand_.forward(start_), b = strand_.forward(base_ - 1);
    result_.contig_start = static_cast<std::uint32_t>(std::min(a, b));
    result_.contig_end = static_cast<std::uint32_t>(std::max(a, b) + 1);
    result_.start_off_contig =
        result_.protein_start > 0 && (start_ < kNearEnd || unread_near(start_ - kAtEnd, start_));
    result_.end_off_contig =
        result_.protein_end < result_.protein_length &&
        (base_ + kNearEnd > strand_.length() || unread_near(base_, base_ + kAtEnd));
    result_.stop_follows = base_ + 3 <= strand_.length() && strand_.residue(base_) == '*';
    read_through();
    read_first_codon();
  }

  void look_at_start() {
    if (result_.protein_start > 0) return;
    const std::string first = strand_.piece(start_, start_ + 3);
    result_.starts = sequence::is_common_start_codon(first);
    if (result_.starts || find_start_out_of_frame()) return;
    if (sequence::is_start_codon(first)) result_.rare_start = first;
  }

  // A frame that is lost within the first codons leaves too few of them for words. They are known
  // by a start codon in the other frame and the residues after it.
  bool find_start_out_of_frame() {
    for (const int bases : {-1, 1, -2, 2}) {
      const std::int64_t start = start_ - bases;
      if (start < 0 || !sequence::is_common_start_codon(strand_.piece(start, start + 3))) continue;
      std::uint32_t codons = 1;
      while (codons < kLongestExtension && equal(start, codons)) ++codons;
      if (!are_paired(codons + 1)) continue;
      for (std::uint32_t i = 0; i < codons; ++i) set_column(i, protein_[i]);
      if (bases < 0) set_column(codons, '-');
      result_.lost_frames.insert(result_.lost_frames.begin(), {codons, bases});
      result_.starts = true;
      start_ = start;
      return true;
    }
    return false;
  }

  // Whether the first columns are residues without gaps, lost frames or insertions between.
  bool are_paired(std::uint32_t columns) const {
    return result_.reference.size() >= columns && result_.reference.find('-') >= columns &&
           result_.observed.find('-') >= columns &&
           (result_.lost_frames.empty() || result_.lost_frames.front().residue > columns) &&
           (result_.insertions.empty() || result_.insertions.front().residue > columns);
  }

  std::uint32_t& count_of(char observed, char reference) {
    if (observed == '-') return result_.deleted;
    if (observed == 'X') return result_.unknown;
    return observed == reference ? result_.matches : result_.mismatches;
  }

  void set_column(std::uint32_t column, char observed) {
    char& old = result_.observed[column];
    --count_of(old, result_.reference[column]);
    ++count_of(observed, result_.reference[column]);
    old = observed;
  }

  void read_through() {
    for (std::int64_t at = start_; at + 3 <= strand_.length(); at += 3) {
      const char residue = strand_.residue(at);
      result_.read_stops = residue == '*';
      if (result_.read_stops) return;
      result_.read_through += residue;
    }
  }

  // A start codon in first place is read as methionine.
  void read_first_codon() {
    if (!result_.starts || protein_[0] != 'M' || result_.observed[0] == 'M') return;
    result_.observed[0] = 'M';
    if (!result_.read_through.empty()) result_.read_through[0] = 'M';
    --result_.mismatches;
    ++result_.matches;
  }

  const std::vector<FrameRun>& runs_;
  std::string protein_;
  Strand strand_;
  TranslatedAlignment result_;
  std::int64_t start_ = 0;
  std::int64_t base_ = 0;      // next base, on the strand
  std::uint32_t residue_ = 0;  // next residue
};

}  // namespace

double TranslatedAlignment::identity() const {
  const auto columns = matches + mismatches + inserted + deleted;
  return columns == 0 ? 0 : 100.0 * matches / columns;
}

double TranslatedAlignment::coverage() const {
  return protein_length == 0 ? 0 : 100.0 * (matches + mismatches) / protein_length;
}

std::uint32_t TranslatedAlignment::stop() const {
  std::uint32_t residue = protein_start;
  for (std::size_t i = 0; i < observed.size(); ++i) {
    if (reference[i] != '-') ++residue;
    if (observed[i] == '*') return std::max(residue, 1u);
  }
  return 0;
}

TranslatedAlignment align_translated(const TranslatedPlacement& placement,
                                     const ProteinIndex& index, std::string_view contig,
                                     std::int64_t interruption) {
  return Aligner(placement, index.sequence(placement.protein), contig).run(interruption);
}

}  // namespace kres::genome
