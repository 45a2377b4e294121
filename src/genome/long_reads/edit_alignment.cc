#include "genome/long_reads/edit_alignment.h"

#include <algorithm>
#include <cstdint>

namespace kres::genome {

namespace {

// Costs of cells within `most` of the diagonal, row by row of the reference.
class Band {
 public:
  Band(std::string_view reference, std::string_view query, std::size_t most)
      : reference_(reference), query_(query), most_(most), width_(2 * most + 1) {
    costs_.assign((reference.size() + 1) * width_, kFar);
    for (std::size_t i = 0; i <= reference.size(); ++i)
      for (auto j = i > most ? i - most : 0; j <= std::min(query.size(), i + most); ++j)
        costs_[i * width_ + j + most - i] = cost_of(i, j);
  }

  std::uint32_t cost(std::size_t i, std::size_t j) const {
    return j + most_ < i || j > i + most_ ? kFar : costs_[i * width_ + j + most_ - i];
  }

  std::vector<Column> columns() const {
    std::vector<Column> columns;
    for (std::size_t i = reference_.size(), j = query_.size(); i + j > 0;) {
      const auto here = cost(i, j);
      const bool equal = i > 0 && j > 0 && reference_[i - 1] == query_[j - 1];
      if (i > 0 && j > 0 && cost(i - 1, j - 1) + (equal ? 0 : 1) == here) {
        columns.push_back(equal ? Column::match : Column::mismatch);
        --i, --j;
      } else if (i > 0 && cost(i - 1, j) + 1 == here) {
        columns.push_back(Column::deletion);
        --i;
      } else {
        columns.push_back(Column::insertion);
        --j;
      }
    }
    std::reverse(columns.begin(), columns.end());
    return columns;
  }

 private:
  static constexpr std::uint32_t kFar = UINT32_MAX / 2;

  std::uint32_t cost_of(std::size_t i, std::size_t j) const {
    if (i == 0 || j == 0) return static_cast<std::uint32_t>(i + j);
    const auto paired = cost(i - 1, j - 1) + (reference_[i - 1] == query_[j - 1] ? 0 : 1);
    return std::min({paired, cost(i - 1, j) + 1, cost(i, j - 1) + 1});
  }

  std::string_view reference_, query_;
  std::size_t most_, width_;
  std::vector<std::uint32_t> costs_;
};

std::size_t common_start(std::string_view one, std::string_view other) {
  const auto ends = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  return static_cast<std::size_t>(ends.first - one.begin());
}

std::size_t common_end(std::string_view one, std::string_view other) {
  const auto ends = std::mismatch(one.rbegin(), one.rend(), other.rbegin(), other.rend());
  return static_cast<std::size_t>(ends.first - one.rbegin());
}

}  // namespace

std::optional<EditAlignment> align_by_edits(std::string_view reference, std::string_view query,
                                            std::size_t most) {
  const auto behind = common_end(reference, query);
  reference.remove_suffix(behind);
  query.remove_suffix(behind);
  const auto before = common_start(reference, query);
  reference.remove_prefix(before);
  query.remove_prefix(before);
  const auto longer = std::max(reference.size(), query.size());
  if (longer - std::min(reference.size(), query.size()) > most) return std::nullopt;
  const Band band(reference, query, std::min(most, longer));
  EditAlignment aligned{band.cost(reference.size(), query.size()), {}};
  if (aligned.edits > most) return std::nullopt;
  aligned.columns.assign(before, Column::match);
  const auto middle = band.columns();
  aligned.columns.insert(aligned.columns.end(), middle.begin(), middle.end());
  aligned.columns.insert(aligned.columns.end(), behind, Column::match);
  return aligned;
}

}  // namespace kres::genome
