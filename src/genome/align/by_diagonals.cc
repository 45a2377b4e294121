#include "genome/align/by_diagonals.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

namespace kres::genome {

namespace {

// Cells of one antidiagonal do not depend on each other: (i, j) needs (i-1, j) and (i, j-1) of the
// one before and (i-1, j-1) of the one before that. All are addressed by i, the reference base.
constexpr std::size_t kLanes = 8;
typedef std::int16_t Cells __attribute__((vector_size(2 * kLanes), aligned(2)));
typedef std::uint8_t Bytes __attribute__((vector_size(kLanes), aligned(1)));

constexpr std::int16_t kNever = 16'000;  // above every cost that fits
constexpr int kLargestCost = 15'000;

using State = std::int16_t;
constexpr State kBase = 0, kInsertion = 1, kDeletion = 2;

Cells load(const std::int16_t* from) {
  Cells cells;
  std::memcpy(&cells, from, sizeof cells);
  return cells;
}

void store(std::int16_t* to, Cells cells) { std::memcpy(to, &cells, sizeof cells); }

Cells smaller(Cells a, Cells b) { return a < b ? a : b; }

// Costs of the three states on one antidiagonal, with room on both sides for lanes that lie outside
// of the table.
struct Diagonal {
  explicit Diagonal(std::size_t rows) {
    for (auto* cells : {&base, &insertion, &deletion}) cells->assign(rows + 2 * kLanes, kNever);
  }
  static std::size_t at(std::size_t row) { return row + kLanes; }

  std::vector<std::int16_t> base, insertion, deletion;
};

// The cheapest of three and where it comes from; on a tie a base first, then a deletion. Lanes
// outside of the table stay near kNever.
struct Best {
  Cells cost, from;
};

Best best(Cells base, Cells insertion, Cells deletion) {
  const Cells cost = smaller(smaller(base, insertion), smaller(deletion, Cells{} + kNever));
  const Cells not_base = base != cost, is_deletion = deletion == cost;
  return {cost, not_base & ((is_deletion & kDeletion) | (~is_deletion & kInsertion))};
}

class Wavefront {
 public:
  Wavefront(std::string_view reference, std::string_view query, QueryEnds ends,
            const AlignmentCosts& costs)
      : rows_(reference.size()),
        columns_(query.size()),
        reference_(reference),
        query_(query),
        ends_(ends),
        costs_(costs),
        bases_(rows_ + 2 * kLanes, 0),
        turned_(columns_ + rows_ + 3 * kLanes, 0) {
    std::copy(reference.begin(), reference.end(), bases_.begin() + 1);
    std::copy(query.rbegin(), query.rend(), turned_.begin() + static_cast<std::ptrdiff_t>(rows_));
    offsets_.reserve(rows_ + columns_ + 1);
  }

  PairwiseAlignment run() {
    fill();
    return trace();
  }

 private:
  std::size_t first_row(std::size_t diagonal) const {
    return diagonal > columns_ ? diagonal - columns_ : 0;
  }
  std::size_t last_row(std::size_t diagonal) const { return std::min(rows_, diagonal); }

  void fill() {
    std::size_t total = 0;
    for (std::size_t d = 0; d <= rows_ + columns_; ++d) {
      offsets_.push_back(total);
      total += last_row(d) - first_row(d) + 1;
    }
    origins_.reset(new std::uint8_t[total + kLanes]);
    final_.assign(columns_ + 1, {kNever, kBase});
    std::array<Diagonal, 3> diagonals{Diagonal(rows_), Diagonal(rows_), Diagonal(rows_)};
    for (std::size_t d = 0; d <= rows_ + columns_; ++d) {
      auto& now = diagonals[d % 3];
      fill_diagonal(d, diagonals[(d + 1) % 3], diagonals[(d + 2) % 3], now);
      if (first_row(d) == 0) set_first_row(d, now);
      if (last_row(d) == rows_) keep_last_row(d - rows_, now);
      const auto beyond = Diagonal::at(last_row(d) + 1);
      now.base[beyond] = now.insertion[beyond] = now.deletion[beyond] = kNever;
    }
  }

  // The cost of pairing the bases of kLanes cells, the first of them (row, diagonal - row).
  Cells pair_costs(std::size_t row, std::size_t diagonal) const {
    // bases_[row] is the reference base before `row`; turned_ runs against the query.
    const Cells reference = load(bases_.data() + row);
    const Cells query = load(turned_.data() + rows_ + columns_ - diagonal + row);
    const Cells differ = reference != query;
    const Cells any =
        costs_.ambiguous == 0 ? Cells{} : query == static_cast<std::int16_t>(costs_.ambiguous);
    return differ & ((any & 1) | (~any & static_cast<std::int16_t>(costs_.mismatch)));
  }

  void fill_diagonal(std::size_t d, const Diagonal& two_before, const Diagonal& before,
                     Diagonal& now) {
    const auto open = static_cast<std::int16_t>(costs_.gap_open + costs_.gap_extend);
    const auto extend = static_cast<std::int16_t>(costs_.gap_extend);
    const std::size_t first = first_row(d), last = last_row(d);
    std::uint8_t* origins = origins_.get() + offsets_[d];
    for (std::size_t row = first; row <= last; row += kLanes) {
      const std::size_t at = Diagonal::at(row), above = at - 1;
      const Best down =
          best(load(&before.base[above]) + open, load(&before.insertion[above]) + open,
               load(&before.deletion[above]) + extend);
      const Best side = best(load(&before.base[at]) + open, load(&before.insertion[at]) + extend,
                             load(&before.deletion[at]) + open);
      const Best pair = best(load(&two_before.base[above]), load(&two_before.insertion[above]),
                             load(&two_before.deletion[above]));
      store(&now.base[at], pair.cost + pair_costs(row, d));
      store(&now.insertion[at], side.cost);
      store(&now.deletion[at], down.cost);
      const Cells from = pair.from | (side.from << 2) | (down.from << 4);
      const Bytes packed = __builtin_convertvector(from, Bytes);
      std::memcpy(origins + (row - first), &packed, sizeof packed);
    }
  }

  // Row 0: no base of the reference is used yet.
  void set_first_row(std::size_t column, Diagonal& now) {
    const std::size_t at = Diagonal::at(0);
    const bool free = column == 0 || ends_ == QueryEnds::free_start;
    now.base[at] = free ? std::int16_t{0} : kNever;
    now.insertion[at] = free ? kNever
                             : static_cast<std::int16_t>(
                                   costs_.gap_open + costs_.gap_extend * static_cast<int>(column));
    now.deletion[at] = kNever;
    origins_[offsets_[column]] = static_cast<std::uint8_t>((column > 1 ? kInsertion : kBase) << 2);
  }

  void keep_last_row(std::size_t column, const Diagonal& now) {
    const std::size_t at = Diagonal::at(rows_);
    const std::int16_t base = now.base[at], insertion = now.insertion[at],
                       deletion = now.deletion[at];
    if (base <= insertion && base <= deletion)
      final_[column] = {base, kBase};
    else
      final_[column] =
          deletion <= insertion ? End{deletion, kDeletion} : End{insertion, kInsertion};
  }

  PairwiseAlignment trace() const {
    std::size_t i = rows_, j = columns_;
    if (ends_ == QueryEnds::free_end)
      for (std::size_t column = columns_ + 1; column-- > 0;)
        if (final_[column].cost < final_[j].cost) j = column;
    State state = final_[j].state;
    PairwiseAlignment alignment;
    alignment.query_end = j;
    while (i > 0 || (j > 0 && ends_ != QueryEnds::free_start)) {
      const std::uint8_t origin = origins_[offsets_[i + j] + i - first_row(i + j)];
      const auto from = static_cast<State>((origin >> (2 * state)) & 3);
      if (state == kBase)
        alignment.columns.push_back(paired_column(reference_[--i], query_[--j], costs_));
      else if (state == kDeletion)
        alignment.columns.push_back(Column::deletion), --i;
      else
        alignment.columns.push_back(Column::insertion), --j;
      state = from;
    }
    alignment.query_start = j;
    std::reverse(alignment.columns.begin(), alignment.columns.end());
    return alignment;
  }

  struct End {
    std::int16_t cost;
    State state;
  };

  std::size_t rows_, columns_;
  std::string_view reference_, query_;
  QueryEnds ends_;
  AlignmentCosts costs_;
  std::vector<std::int16_t> bases_;          // of the reference, from place 1 on
  std::vector<std::int16_t> turned_;         // the query's last base first, from place rows_ on
  std::vector<std::size_t> offsets_;         // of each antidiagonal in origins_
  std::unique_ptr<std::uint8_t[]> origins_;  // two bits a state: where its cost came from
  std::vector<End> final_;                   // the best of the last row, by query bases used
};

}  // namespace

bool fits_by_diagonals(std::string_view reference, std::string_view query,
                       const AlignmentCosts& costs) {
  const std::size_t length = reference.size() + query.size();
  if (length >= kLargestCost) return false;
  // No cell costs more than leaving both sequences unpaired, and one step from there.
  return costs.mismatch + 3 * costs.gap_open + costs.gap_extend * (static_cast<int>(length) + 2) <
         kLargestCost;
}

PairwiseAlignment align_by_diagonals(std::string_view reference, std::string_view query,
                                     QueryEnds ends, const AlignmentCosts& costs) {
  return Wavefront(reference, query, ends, costs).run();
}

}  // namespace kres::genome
