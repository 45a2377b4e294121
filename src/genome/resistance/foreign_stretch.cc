#include "genome/resistance/foreign_stretch.h"

#include <algorithm>
#include <cstddef>

namespace kres::genome {

namespace {

constexpr int kForeign = 12;  // residues that differ, less twice those that do not
constexpr int kEnd = 5;       // residues; a stretch that reaches so near to an end is another end
constexpr int kApart = 4;     // equal residues between a deletion and an insertion that belong to
                              // different places

// Deleted residues beside as many inserted ones are replaced residues: mismatches. Insertions that
// replace nothing are left out, so that the columns are the reference's residues.
std::vector<Column> residues_of(const std::vector<Column>& columns) {
  std::vector<Column> residues;
  std::vector<std::size_t> deleted;  // places in `residues` that an insertion may fill
  int inserted = 0, equal = 0;
  for (const Column column : columns) {
    equal = column == Column::match ? equal + 1 : 0;
    if (equal >= kApart) deleted.clear(), inserted = 0;
    if (column == Column::insertion) {
      if (deleted.empty()) {
        ++inserted;
      } else {
        residues[deleted.front()] = Column::mismatch;
        deleted.erase(deleted.begin());
      }
      continue;
    }
    residues.push_back(column);
    if (column != Column::deletion) continue;
    if (inserted > 0)
      residues.back() = Column::mismatch, --inserted;
    else
      deleted.push_back(residues.size() - 1);
  }
  return residues;
}

}  // namespace

ForeignStretch find_foreign_stretch(const std::vector<Column>& columns, int first_residue) {
  const auto residues = residues_of(columns);
  const int length = static_cast<int>(residues.size());
  int sum = 0, best = 0, start = 0, best_start = 0, best_end = 0;
  for (int at = 0; at < length; ++at) {
    const Column column = residues[static_cast<std::size_t>(at)];
    if (sum <= 0) sum = 0, start = at;
    sum += column == Column::mismatch ? 1 : column == Column::match ? -2 : 0;
    if (sum > best) best = sum, best_start = start, best_end = at + 1;
  }
  if (best < kForeign || best_start < kEnd || best_end > length - kEnd) return {};
  return {best_start + first_residue, best_end - best_start};
}

}  // namespace kres::genome
