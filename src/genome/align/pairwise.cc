#include "genome/align/pairwise.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "genome/align/by_diagonals.h"

namespace kres::genome {

namespace {

constexpr int kNever = std::numeric_limits<int>::max() / 4;

int paired_cost(Column column, const AlignmentCosts& costs) {
  return column == Column::match ? 0 : column == Column::unknown ? 1 : costs.mismatch;
}

// Three matrices of the affine-gap recurrence, row = reference base, column = query base.
enum State : std::uint8_t { kBase = 0, kInsertion = 1, kDeletion = 2 };

class Gotoh {
 public:
  Gotoh(std::string_view reference, std::string_view query, QueryEnds ends,
        const AlignmentCosts& costs)
      : reference_(reference), query_(query), ends_(ends), costs_(costs), width_(query.size() + 1) {
    origin_.resize((reference.size() + 1) * width_);
  }

  PairwiseAlignment run() {
    fill();
    return trace();
  }

 private:
  // Where the best value of each state of a cell came from.
  struct Origin {
    State base = kBase, insertion = kBase, deletion = kBase;
  };
  struct Cell {
    int base = kNever, insertion = kNever, deletion = kNever;
  };

  static std::pair<int, State> best(int base, int insertion, int deletion) {
    if (base <= insertion && base <= deletion) return {base, kBase};
    return deletion <= insertion ? std::pair{deletion, kDeletion}
                                 : std::pair{insertion, kInsertion};
  }

  void fill_first_row(std::vector<Cell>& row) {
    row[0].base = 0;
    for (std::size_t j = 1; j < width_; ++j) {
      if (ends_ == QueryEnds::free_start) {
        row[j].base = 0;
        continue;
      }
      row[j].insertion = costs_.gap_open + costs_.gap_extend * static_cast<int>(j);
      origin_[j].insertion = j == 1 ? kBase : kInsertion;
    }
  }

  void fill() {
    std::vector<Cell> above(width_), row(width_);
    fill_first_row(above);
    const int open = costs_.gap_open + costs_.gap_extend, extend = costs_.gap_extend;
    for (std::size_t i = 1; i <= reference_.size(); ++i) {
      for (std::size_t j = 0; j < width_; ++j) {
        Cell& cell = row[j];
        Origin& origin = origin_[i * width_ + j];
        cell = Cell{};
        const auto [down, down_from] =
            best(above[j].base + open, above[j].insertion + open, above[j].deletion + extend);
        cell.deletion = down;
        origin.deletion = down_from;
        if (j == 0) continue;
        const auto [side, side_from] =
            best(row[j - 1].base + open, row[j - 1].insertion + extend, row[j - 1].deletion + open);
        cell.insertion = side;
        origin.insertion = side_from;
        const int cost =
            paired_cost(paired_column(reference_[i - 1], query_[j - 1], costs_), costs_);
        const auto [diagonal, diagonal_from] =
            best(above[j - 1].base, above[j - 1].insertion, above[j - 1].deletion);
        cell.base = diagonal + cost;
        origin.base = diagonal_from;
      }
      std::swap(above, row);
    }
    last_ = std::move(above);
  }

  std::pair<std::size_t, State> end_point() const {
    std::size_t column = width_ - 1;
    const auto value = [&](std::size_t j) {
      return best(last_[j].base, last_[j].insertion, last_[j].deletion);
    };
    if (ends_ == QueryEnds::free_end) {
      for (std::size_t j = width_; j-- > 0;)
        if (value(j).first < value(column).first) column = j;
    }
    return {column, value(column).second};
  }

  PairwiseAlignment trace() const {
    PairwiseAlignment alignment;
    auto [j, state] = end_point();
    std::size_t i = reference_.size();
    alignment.query_end = j;
    while (i > 0 || (j > 0 && ends_ != QueryEnds::free_start)) {
      const Origin origin = origin_[i * width_ + j];
      if (state == kBase) {
        alignment.columns.push_back(paired_column(reference_[i - 1], query_[j - 1], costs_));
        state = origin.base;
        --i, --j;
      } else if (state == kDeletion) {
        alignment.columns.push_back(Column::deletion);
        state = origin.deletion;
        --i;
      } else {
        alignment.columns.push_back(Column::insertion);
        state = origin.insertion;
        --j;
      }
    }
    alignment.query_start = j;
    std::reverse(alignment.columns.begin(), alignment.columns.end());
    return alignment;
  }

  std::string_view reference_, query_;
  QueryEnds ends_;
  AlignmentCosts costs_;
  std::size_t width_;
  std::vector<Origin> origin_;
  std::vector<Cell> last_;
};

// The alignment without gaps, if no alignment with gaps can cost as little: between fixed ends of
// equal length a gap needs another one, and an end that is free needs at least one.
std::optional<PairwiseAlignment> align_without_gaps(std::string_view reference,
                                                    std::string_view query, QueryEnds ends,
                                                    const AlignmentCosts& costs) {
  if (query.size() < reference.size()) return std::nullopt;
  if (ends == QueryEnds::fixed && query.size() != reference.size()) return std::nullopt;
  const std::size_t start = ends == QueryEnds::free_start ? query.size() - reference.size() : 0;
  const int gap = costs.gap_open + costs.gap_extend;
  int left = ends == QueryEnds::fixed ? 2 * gap : gap;
  PairwiseAlignment alignment{{}, start, start + reference.size()};
  alignment.columns.reserve(reference.size());
  for (std::size_t i = 0; i < reference.size(); ++i) {
    const Column column = paired_column(reference[i], query[start + i], costs);
    if ((left -= paired_cost(column, costs)) <= 0) return std::nullopt;
    alignment.columns.push_back(column);
  }
  return alignment;
}

}  // namespace

PairwiseAlignment align_pair_plain(std::string_view reference, std::string_view query,
                                   QueryEnds ends, const AlignmentCosts& costs) {
  return Gotoh(reference, query, ends, costs).run();
}

PairwiseAlignment align_pair(std::string_view reference, std::string_view query, QueryEnds ends,
                             const AlignmentCosts& costs) {
  if (auto ungapped = align_without_gaps(reference, query, ends, costs)) return *ungapped;
  if (fits_by_diagonals(reference, query, costs))
    return align_by_diagonals(reference, query, ends, costs);
  return align_pair_plain(reference, query, ends, costs);
}

}  // namespace kres::genome
