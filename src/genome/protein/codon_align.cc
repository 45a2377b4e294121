#include "genome/protein/codon_align.h"

#include <algorithm>
#include <array>
#include <limits>

#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

constexpr int kMatch = 5, kMismatch = -3, kStop = -8, kOpen = -11, kExtend = -2, kFrame = -18;
constexpr int kNever = std::numeric_limits<int>::min() / 4;
constexpr std::int64_t kMargin = 48;  // bases to either side of the diagonals

enum State : std::uint8_t { kCodonState, kInsertState, kRemoveState };

// How a cell was reached: the step taken and the state before it.
struct Origin {
  CodonStep step = CodonStep::codon;
  State before = kCodonState;
  bool begins = false;
};

int score(char residue, char observed) {
  if (observed == 'X' || residue == 'X') return 0;
  if (observed == residue) return kMatch;
  return observed == '*' ? kStop : kMismatch;
}

// Rows are residues read, columns bases read relative to the diagonal, so that a codon stays in its
// column.
class Table {
 public:
  Table(std::string_view residues, std::string_view bases, std::int64_t lowest,
        std::int64_t highest)
      : residues_(residues),
        bases_(bases),
        first_(lowest - kMargin),
        width_(static_cast<std::size_t>(highest - lowest + 2 * kMargin + 1)) {
    for (auto& scores : scores_) scores.assign((residues.size() + 1) * width_, kNever);
    for (auto& origins : origins_) origins.resize((residues.size() + 1) * width_);
  }

  CodonAlignment run() {
    for (std::size_t row = 1; row <= residues_.size(); ++row)
      for (std::size_t column = 0; column < width_; ++column) fill(row, column);
    return trace();
  }

 private:
  std::int64_t base_of(std::size_t row, std::size_t column) const {
    return first_ + 3 * static_cast<std::int64_t>(row) + static_cast<std::int64_t>(column);
  }

  int get(State state, std::size_t row, std::int64_t column) const {
    if (column < 0 || column >= static_cast<std::int64_t>(width_)) return kNever;
    return scores_[state][row * width_ + static_cast<std::size_t>(column)];
  }

  void offer(State state, std::size_t row, std::size_t column, int value, Origin origin) {
    const std::size_t at = row * width_ + column;
    if (value <= scores_[state][at]) return;
    scores_[state][at] = value;
    origins_[state][at] = origin;
  }

  // Best way into a codon that starts where (row, column) ends, a lost frame allowed.
  void offer_codon(std::size_t row, std::size_t column, int gain) {
    const auto at = static_cast<std::int64_t>(column);
    offer(kCodonState, row, column, gain, {CodonStep::codon, kCodonState, true});
    for (const State before : {kCodonState, kInsertState, kRemoveState})
      offer(kCodonState, row, column, get(before, row - 1, at) + gain, {CodonStep::codon, before});
    offer(kCodonState, row, column, get(kCodonState, row - 1, at - 1) + gain + kFrame,
          {CodonStep::plus1, kCodonState});
    offer(kCodonState, row, column, get(kCodonState, row - 1, at - 2) + gain + kFrame,
          {CodonStep::plus2, kCodonState});
    if (row < 2) return;
    offer(kCodonState, row, column, get(kCodonState, row - 2, at + 1) + gain + kFrame,
          {CodonStep::minus1, kCodonState});
    offer(kCodonState, row, column, get(kCodonState, row - 2, at + 2) + gain + kFrame,
          {CodonStep::minus2, kCodonState});
  }

  void fill(std::size_t row, std::size_t column) {
    const std::int64_t end = base_of(row, column);
    const auto at = static_cast<std::int64_t>(column);
    if (end < 0 || end > static_cast<std::int64_t>(bases_.size())) return;
    if (end >= 3) {
      const char* codon = bases_.data() + end - 3;
      offer_codon(
          row, column,
          score(residues_[row - 1], sequence::translate_codon(codon[0], codon[1], codon[2])));
      offer(kInsertState, row, column, get(kCodonState, row, at - 3) + kOpen,
            {CodonStep::insert, kCodonState});
      offer(kInsertState, row, column, get(kInsertState, row, at - 3) + kExtend,
            {CodonStep::insert, kInsertState});
    }
    offer(kRemoveState, row, column, get(kCodonState, row - 1, at + 3) + kOpen,
          {CodonStep::remove, kCodonState});
    offer(kRemoveState, row, column, get(kRemoveState, row - 1, at + 3) + kExtend,
          {CodonStep::remove, kRemoveState});
    const int codon = scores_[kCodonState][row * width_ + column];
    if (codon > best_) best_ = codon, best_row_ = row, best_column_ = column;
  }

  CodonAlignment trace() const {
    CodonAlignment alignment;
    if (best_ <= 0) return alignment;
    State state = kCodonState;
    std::size_t row = best_row_;
    auto column = static_cast<std::int64_t>(best_column_);
    for (;;) {
      const Origin origin = origins_[state][row * width_ + static_cast<std::size_t>(column)];
      if (state == kCodonState) {
        alignment.steps.push_back(CodonStep::codon);
        --row;
        if (origin.step != CodonStep::codon) alignment.steps.push_back(origin.step);
        if (origin.step == CodonStep::plus1) column -= 1;
        if (origin.step == CodonStep::plus2) column -= 2;
        if (origin.step == CodonStep::minus1) --row, column += 1;
        if (origin.step == CodonStep::minus2) --row, column += 2;
        if (origin.begins) break;
      } else if (state == kInsertState) {
        alignment.steps.push_back(CodonStep::insert);
        column -= 3;
      } else {
        alignment.steps.push_back(CodonStep::remove);
        --row;
        column += 3;
      }
      state = origin.before;
    }
    std::reverse(alignment.steps.begin(), alignment.steps.end());
    alignment.residue_start = row;
    alignment.base_start = static_cast<std::size_t>(base_of(row, static_cast<std::size_t>(column)));
    return alignment;
  }

  std::string_view residues_, bases_;
  std::int64_t first_;
  std::size_t width_;
  std::array<std::vector<int>, 3> scores_;
  std::array<std::vector<Origin>, 3> origins_;
  int best_ = 0;
  std::size_t best_row_ = 0, best_column_ = 0;
};

}  // namespace

CodonAlignment align_codons(std::string_view residues, std::string_view bases, std::int64_t lowest,
                            std::int64_t highest) {
  return Table(residues, bases, lowest, highest).run();
}

}  // namespace kres::genome
