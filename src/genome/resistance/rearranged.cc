#include "genome/resistance/rearranged.h"

#include <algorithm>

#include <fmt/format.h>

#include "genome/resistance/pieces.h"

namespace kres::genome {

namespace {

// The best placement and the parts, by where they stand in the entry.
std::vector<const AlignedPlacement*> all_parts(const Locus& locus) {
  std::vector<const AlignedPlacement*> all{&locus.best.front()};
  for (const auto& part : locus.parts) all.push_back(&part);
  std::sort(all.begin(), all.end(),
            [](const auto* a, const auto* b) { return a->entry_start < b->entry_start; });
  return all;
}

std::uint32_t bases_of(const AlignedPlacement& part) { return part.entry_end - part.entry_start; }

// The strand on which most of the gene is read.
bool main_strand(const std::vector<const AlignedPlacement*>& parts) {
  std::int64_t forward = 0;
  for (const auto* part : parts)
    forward += part->reverse ? -std::int64_t{bases_of(*part)} : std::int64_t{bases_of(*part)};
  return forward < 0 || (forward == 0 && parts.front()->reverse);
}

// Entry bases between two parts that none has, after the first place where some are missing.
std::string replaced(const std::vector<const AlignedPlacement*>& parts) {
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (parts[i]->entry_start > parts[i - 1]->entry_end)
      return fmt::format("replaced:{}@{}", parts[i]->entry_start - parts[i - 1]->entry_end,
                         parts[i - 1]->entry_end / 3 + 1);
  return fmt::format("replaced:0@{}", parts.back()->entry_start / 3 + 1);
}

}  // namespace

FunctionFinding assess_rearranged(const Locus& locus) {
  const auto parts = all_parts(locus);
  const bool reverse = main_strand(parts);
  FunctionFinding finding{.state = FunctionState::broken};
  for (const auto* part : parts) {
    if (part->reverse != reverse && finding.reason.empty())
      finding.reason = fmt::format("inversion:{}@{}", bases_of(*part), part->entry_start / 3 + 1);
    if (part->reverse == reverse)
      finding.protein_percent = std::max(finding.protein_percent,
                                         100.0 * bases_of(*part) / locus.best.front().entry_length);
  }
  if (finding.reason.empty()) finding.reason = replaced(parts);
  return finding;
}

void span_parts(Determinant& determinant, const Locus& locus) {
  const auto parts = all_parts(locus);
  std::uint64_t matches = 0, columns = 0;
  double coverage = 0;
  std::uint32_t covered_to = 0;
  determinant.pieces.clear();
  for (const auto* part : parts) {
    determinant.start = std::min<std::uint64_t>(determinant.start, part->contig_start + 1);
    determinant.end = std::max<std::uint64_t>(determinant.end, part->contig_end);
    matches += part->matches;
    columns +=
        part->matches + part->mismatches + part->inserted + part->deleted - part->long_deleted;
    const auto again = part->entry_start < covered_to ? covered_to - part->entry_start : 0;
    coverage += std::max(0.0, part->coverage() - 100.0 * again / part->entry_length);
    covered_to = std::max(covered_to, part->entry_end);
    determinant.pieces.push_back(piece_of(*part, determinant.contig));
  }
  determinant.strand = main_strand(parts) ? '-' : '+';
  determinant.identity =
      columns == 0 ? 0 : 100.0 * static_cast<double>(matches) / static_cast<double>(columns);
  determinant.coverage = std::min(100.0, coverage);
}

}  // namespace kres::genome
