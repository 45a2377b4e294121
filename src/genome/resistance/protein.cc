#include "genome/resistance/protein.h"

#include <algorithm>

#include <fmt/format.h>

#include "genome/align/pairwise.h"

namespace kres::genome {

namespace {

// Walks the columns of an alignment and names runs of changes.
class ChangeNamer {
 public:
  ChangeNamer(std::string_view reference, std::string_view observed, int first_residue)
      : reference_(reference), observed_(observed), first_(first_residue) {}

  std::vector<AminoAcidChange> run(const std::vector<Column>& columns) {
    for (std::size_t i = 0; i < columns.size();) {
      std::size_t end = i;
      while (end < columns.size() && columns[end] == columns[i]) ++end;
      name_run(columns[i], end - i);
      i = end;
    }
    return std::move(changes_);
  }

 private:
  std::string residue(std::size_t at) const {
    return fmt::format("{}{}", reference_[at], first_ + static_cast<int>(at));
  }

  void name_run(Column column, std::size_t count) {
    if (column == Column::mismatch)
      for (std::size_t i = 0; i < count; ++i)
        changes_.push_back({residue(at_ + i) + observed_[seen_ + i]});
    if (column == Column::deletion)
      changes_.push_back({count == 1
                              ? residue(at_) + "del"
                              : fmt::format("{}_{}del", residue(at_), residue(at_ + count - 1))});
    if (column == Column::insertion) name_insertion(count);
    if (column != Column::insertion) at_ += count;
    if (column != Column::deletion) seen_ += count;
  }

  // Among equal descriptions the one nearest to the protein's end is used (HGVS).
  void name_insertion(std::size_t count) {
    std::string inserted(observed_.substr(seen_, count));
    std::size_t at = at_;
    while (at < reference_.size() && reference_[at] == inserted.front()) {
      std::rotate(inserted.begin(), inserted.begin() + 1, inserted.end());
      ++at;
    }
    const std::string before = at > 0 ? residue(at - 1) : "start";
    const std::string after = at < reference_.size() ? residue(at) : "end";
    changes_.push_back({fmt::format("{}_{}ins{}", before, after, inserted)});
  }

  std::string_view reference_, observed_;
  int first_;
  std::size_t at_ = 0, seen_ = 0;
  std::vector<AminoAcidChange> changes_;
};

std::vector<Column> align_columns(std::string_view reference, std::string_view observed) {
  if (reference.size() != observed.size())
    return align_pair(reference, observed, QueryEnds::fixed,
                      {.mismatch = 3, .gap_open = 8, .gap_extend = 1})
        .columns;
  std::vector<Column> columns;
  for (std::size_t i = 0; i < reference.size(); ++i)
    columns.push_back(reference[i] == observed[i] ? Column::match : Column::mismatch);
  return columns;
}

// A row of an alignment: the residues, and '-' where the other row has more.
std::string row_of(std::string_view residues, const std::vector<Column>& columns, Column gap) {
  std::string row;
  std::size_t at = 0;
  for (const Column column : columns) row += column == gap ? '-' : residues[at++];
  return row;
}

}  // namespace

ProteinComparison compare_proteins(std::string_view reference, std::string_view observed,
                                   int first_residue) {
  ProteinComparison comparison;
  const auto columns = align_columns(reference, observed);
  std::size_t matches = 0;
  for (const Column column : columns) matches += column == Column::match;
  comparison.identity =
      columns.empty() ? 0
                      : 100.0 * static_cast<double>(matches) / static_cast<double>(columns.size());
  comparison.foreign = find_foreign_stretch(columns, first_residue);
  comparison.reference = row_of(reference, columns, Column::insertion);
  comparison.observed = row_of(observed, columns, Column::deletion);
  comparison.changes = ChangeNamer(reference, observed, first_residue).run(columns);
  return comparison;
}

}  // namespace kres::genome
