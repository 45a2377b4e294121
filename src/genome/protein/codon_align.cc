#include "genome/protein/codon_align.h"

#include <algorithm>
#include <limits>
#include <string>

#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

constexpr int kMatch = 5, kMismatch = -3, kStop = -8, kOpen = -11, kExtend = -2, kFrame = -18;
constexpr int kNever = std::numeric_limits<int>::min() / 4;
constexpr std::int64_t kMargin = 48;  // bases to either side of the diagonals

int score(char residue, char observed) {
  if (observed == 'X' || residue == 'X') return 0;
  if (observed == residue) return kMatch;
  return observed == '*' ? kStop : kMismatch;
}

// Rows are residues read, columns bases read relative to the diagonal, so that a codon stays in its
// column. A row has padding on both sides, so that every step back stays inside the table.
class Table {
 public:
  Table(std::string_view residues, std::string_view bases, std::int64_t lowest,
        std::int64_t highest)
      : residues_(residues),
        bases_(bases),
        first_(lowest - kMargin),
        width_(static_cast<std::size_t>(highest - lowest + 2 * kMargin + 1)),
        stride_(width_ + 2 * kPadding) {
    for (auto* table : {&codon_, &insert_, &remove_})
      table->assign((residues.size() + 1) * stride_, kNever);
    for (std::size_t at = 0; at + 3 <= bases.size(); ++at)
      translated_ += sequence::translate_codon(bases[at], bases[at + 1], bases[at + 2]);
    gains_.resize(width_);
  }

  CodonAlignment run() {
    for (std::size_t row = 1; row <= residues_.size(); ++row) {
      const auto [from, to] = columns_of(row);
      if (from >= to) continue;
      fill_codons(row, from, to);
      fill_gaps(row, from, to);
      find_best(row, from, to);
    }
    return trace();
  }

 private:
  static constexpr std::size_t kPadding = 4;

  std::int64_t base_of(std::size_t row, std::size_t column) const {
    return first_ + 3 * static_cast<std::int64_t>(row) + static_cast<std::int64_t>(column);
  }
  std::size_t at(std::size_t row, std::size_t column) const {
    return row * stride_ + kPadding + column;
  }

  // Columns whose codon stands inside the bases.
  std::pair<std::size_t, std::size_t> columns_of(std::size_t row) const {
    const std::int64_t end = base_of(row, 0);
    const auto width = static_cast<std::int64_t>(width_);
    const auto from = std::clamp<std::int64_t>(3 - end, 0, width);
    const auto to =
        std::clamp<std::int64_t>(static_cast<std::int64_t>(bases_.size()) - end + 1, from, width);
    return {static_cast<std::size_t>(from), static_cast<std::size_t>(to)};
  }

  int gain_of(std::size_t row, std::size_t column) const {
    return score(residues_[row - 1],
                 translated_[static_cast<std::size_t>(base_of(row, column) - 3)]);
  }

  // Best value before a codon that starts where (row - 1, column) ends; zero begins here.
  void fill_codons(std::size_t row, std::size_t from, std::size_t to) {
    for (std::size_t column = from; column < to; ++column) gains_[column] = gain_of(row, column);
    const int* codon = &codon_[at(row - 1, 0)];
    const int* insert = &insert_[at(row - 1, 0)];
    const int* remove = &remove_[at(row - 1, 0)];
    const int* lost = row < 2 ? &codon_[at(0, 0)] : &codon_[at(row - 2, 0)];
    int* out = &codon_[at(row, 0)];
    const auto begin = static_cast<std::ptrdiff_t>(from), end = static_cast<std::ptrdiff_t>(to);
    for (std::ptrdiff_t i = begin; i < end; ++i) {
      const int kept = std::max(std::max(codon[i], insert[i]), std::max(remove[i], 0));
      const int more = std::max(codon[i - 1], codon[i - 2]);
      const int less = std::max(lost[i + 1], lost[i + 2]);
      out[i] = std::max(kept, std::max(more, less) + kFrame) + gains_[static_cast<std::size_t>(i)];
    }
  }

  void fill_gaps(std::size_t row, std::size_t from, std::size_t to) {
    const std::size_t here = at(row, 0), above = at(row - 1, 0);
    for (std::size_t column = from; column < to; ++column) {
      remove_[here + column] =
          std::max(codon_[above + column + 3] + kOpen, remove_[above + column + 3] + kExtend);
      insert_[here + column] =
          std::max(codon_[here + column - 3] + kOpen, insert_[here + column - 3] + kExtend);
    }
  }

  void find_best(std::size_t row, std::size_t from, std::size_t to) {
    const auto* begin = &codon_[at(row, from)];
    const auto* found = std::max_element(begin, begin + (to - from));
    if (*found <= best_) return;
    best_ = *found;
    best_row_ = row;
    best_column_ = from + static_cast<std::size_t>(found - begin);
  }

  // The step that led to a codon, in order of preference; `state` becomes the table before it.
  CodonStep step_before(std::size_t row, std::size_t column, const std::vector<int>*& state) const {
    const int before = codon_[at(row, column)] - gain_of(row, column);
    const std::size_t above = at(row - 1, column);
    state = &codon_;
    if (before == codon_[above]) return CodonStep::codon;
    for (const auto* table : {&insert_, &remove_})
      if (before == (*table)[above]) return state = table, CodonStep::codon;
    if (before == codon_[above - 1] + kFrame) return CodonStep::plus1;
    if (before == codon_[above - 2] + kFrame) return CodonStep::plus2;
    const std::size_t two_above = row < 2 ? at(0, column) : at(row - 2, column);
    return before == codon_[two_above + 1] + kFrame ? CodonStep::minus1 : CodonStep::minus2;
  }

  CodonAlignment trace() const {
    CodonAlignment alignment;
    if (best_ <= 0) return alignment;
    const std::vector<int>* state = &codon_;
    std::size_t row = best_row_, column = best_column_;
    for (bool begins = false; !begins;) {
      const std::size_t here = at(row, column);
      if (state == &codon_) {
        begins = codon_[here] == gain_of(row, column);
        const CodonStep step = begins ? CodonStep::codon : step_before(row, column, state);
        alignment.steps.push_back(CodonStep::codon);
        --row;
        if (step != CodonStep::codon) alignment.steps.push_back(step);
        if (step == CodonStep::plus1) column -= 1;
        if (step == CodonStep::plus2) column -= 2;
        if (step == CodonStep::minus1) --row, column += 1;
        if (step == CodonStep::minus2) --row, column += 2;
      } else if (state == &insert_) {
        alignment.steps.push_back(CodonStep::insert);
        if (insert_[here] == codon_[here - 3] + kOpen) state = &codon_;
        column -= 3;
      } else {
        alignment.steps.push_back(CodonStep::remove);
        if (remove_[here] == codon_[here - stride_ + 3] + kOpen) state = &codon_;
        --row;
        column += 3;
      }
    }
    std::reverse(alignment.steps.begin(), alignment.steps.end());
    alignment.residue_start = row;
    alignment.base_start = static_cast<std::size_t>(base_of(row, column));
    return alignment;
  }

  std::string_view residues_, bases_;
  std::int64_t first_;
  std::size_t width_, stride_;
  std::vector<int> codon_, insert_, remove_;  // best value that ends with such a step
  std::string translated_;                    // the codon that starts at each base
  std::vector<int> gains_;
  int best_ = 0;
  std::size_t best_row_ = 0, best_column_ = 0;
};

}  // namespace

CodonAlignment align_codons(std::string_view residues, std::string_view bases, std::int64_t lowest,
                            std::int64_t highest) {
  return Table(residues, bases, lowest, highest).run();
}

}  // namespace kres::genome
