#include "genome/resistance/target_call.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/resistance/function_state.h"
#include "genome/resistance/gene_call.h"
#include "genome/resistance/protein.h"

namespace kres::genome {

namespace {

constexpr double kLeastIdentity = 85;  // per cent; below this it is another gene of the family

const AlignedPlacement* best_of(const std::vector<Locus>& loci, const SequenceIndex& index,
                                std::string_view gene) {
  const AlignedPlacement* best = nullptr;
  for (const auto& locus : loci) {
    const auto& placement = locus.best.front();
    if (index.gene(placement.entry) != gene || placement.identity() < kLeastIdentity) continue;
    if (best == nullptr || placement.score > best->score) best = &placement;
  }
  return best;
}

std::string state_of(const FunctionFinding& function, const AlignedPlacement& placement,
                     bool changed) {
  if (function.state == FunctionState::not_assessable) return "not_assessable";
  if (!placement.interruptions.empty()) return "interrupted";
  if (function.state == FunctionState::broken) return "truncated";
  return changed ? "missense" : "intact";
}

Target describe(const TargetRow& row, const AlignedPlacement& placement,
                const FunctionFinding& function, std::string_view entry,
                const sequence::ContigSequence& contig) {
  Target target{.gene = row.gene,
                .detail = function.reason,
                .contig = contig.name,
                .start = placement.contig_start + 1,
                .end = placement.contig_end,
                .strand = placement.reverse ? '-' : '+',
                .identity = placement.identity(),
                .coverage = placement.coverage(),
                .protein_percent = std::min(100.0, function.protein_percent)};
  if (function.state == FunctionState::intact)
    target.changes = compare_proteins(protein_of(entry), function.protein).changes;
  target.state = state_of(function, placement, !target.changes.empty());
  return target;
}

Determinant determinant_of(const Target& target, const TargetRow& row) {
  Determinant determinant{.symbol = target.gene,
                          .gene = target.gene,
                          .agents = row.agents,
                          .source = "target:" + target.gene,
                          .contig = target.contig,
                          .start = target.start,
                          .end = target.end,
                          .strand = target.strand,
                          .identity = target.identity,
                          .coverage = target.coverage};
  if (!target.contig.empty())
    determinant.pieces = {
        {.contig = target.contig,
         .start = target.start,
         .end = target.end,
         .strand = target.strand,
         .reference_start = 1,
         .reference_end = static_cast<std::uint32_t>(target.end - target.start + 1)}};
  return determinant;
}

std::vector<Determinant> mutations(const Target& target, const TargetRow& row,
                                   const std::vector<KnownChange>& known) {
  std::vector<Determinant> found;
  for (const auto& change : target.changes)
    for (const auto& candidate : known) {
      if (candidate.gene != target.gene || !candidate.matches(change.text)) continue;
      Determinant determinant = determinant_of(target, row);
      determinant.kind = DeterminantKind::mutation;
      determinant.symbol = fmt::format("{} {}", target.gene, change.text);
      determinant.agents = candidate.agents;
      determinant.source = fmt::format("mutation:{}:{}", target.gene, change.text);
      determinant.allele_status = AlleleStatus::exact_protein;
      determinant.changes = {change};
      determinant.function = FunctionState::intact;
      found.push_back(std::move(determinant));
    }
  return found;
}

// A change that no catalogue knows, at a codon where others resist.
void note_unclassified(Target& target, const std::vector<Determinant>& mutations,
                       const std::vector<KnownChange>& known) {
  if (target.state != "missense" || !target.detail.empty()) return;
  std::vector<std::string> changes, classified;
  std::vector<int> positions;
  for (const auto& change : target.changes) changes.push_back(change.text);
  for (const auto& mutation : mutations)
    for (const auto& change : mutation.changes) classified.push_back(change.text);
  for (const auto& change : known)
    if (change.gene == target.gene && !change.text.empty())
      positions.push_back(std::atoi(change.text.c_str() + 1));
  const auto unknown = unclassified_change(changes, classified, positions);
  if (!unknown.empty()) target.detail = "unclassified_at_known_codon:" + unknown;
}

// A gene that is not found may be lost, or stand in a gap of the assembly; its flanks may tell
// later.
Target missing(const TargetRow& row, Verdict quality) {
  return {.gene = row.gene,
          .state = "not_assessable",
          .detail = quality != Verdict::fail ? "not_found" : "assembly_quality"};
}

}  // namespace

bool in_scope(const std::string& scope, const Species& species) {
  return glob_match(scope, species.name) ||
         (!species.complex.empty() && glob_match(scope, species.complex));
}

std::vector<Determinant> disruption(const Target& target, const TargetRow& row) {
  const bool absent = target.state == "absent";
  if (!row.loss_matters ||
      !(absent || target.state == "truncated" || target.state == "interrupted"))
    return {};
  Determinant determinant = determinant_of(target, row);
  determinant.kind = DeterminantKind::disruption;
  determinant.function = FunctionState::broken;
  determinant.function_reason = absent ? "absent" : target.detail;
  if (absent) determinant.pieces.clear();
  return {determinant};
}

TargetFindings call_targets(const std::vector<Locus>& loci, const ReferenceSet& reference,
                            const std::vector<sequence::ContigSequence>& contigs,
                            const std::vector<TargetRow>& table,
                            const std::vector<KnownChange>& known, const Species& species,
                            Verdict quality) {
  const auto& index = reference.sequences();
  TargetFindings findings;
  for (const auto& row : table) {
    if (!in_scope(row.scope, species)) continue;
    Target target = missing(row, quality);
    if (const auto* placement = best_of(loci, index, row.gene)) {
      const auto& contig = contigs[placement->contig];
      const auto entry = index.sequence(placement->entry);
      const auto function = assess_function(*placement, entry, index.entry(placement->entry).coding,
                                            observed_sequence(*placement, contig.bases),
                                            reference.settings().broken_protein);
      target = describe(row, *placement, function, entry, contig);
    }
    const auto changed = mutations(target, row, known);
    note_unclassified(target, changed, known);
    for (const auto& found : {disruption(target, row), changed})
      findings.determinants.insert(findings.determinants.end(), found.begin(), found.end());
    findings.targets.push_back(std::move(target));
  }
  return findings;
}

}  // namespace kres::genome
