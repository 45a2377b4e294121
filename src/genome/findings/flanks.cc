#include "genome/findings/flanks.h"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "genome/findings/flank_distance.h"
#include "genome/findings/insertions.h"
#include "genome/search/locus.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

constexpr double kLeastIdentity = 90, kWhole = 90;  // per cent
constexpr std::uint64_t kFarthest = 10'000;         // bases; further apart is another place
constexpr std::uint64_t kOverlap = 20;  // bases that two flanks may share by chance at a junction

struct Stretch {
  std::uint64_t start = 0, end = 0;  // 0-based, half-open, on the unrolled contig
  std::uint64_t length() const { return end - start; }
};

// From `start` to `end`, over the origin of a circle if the end comes first; an end up to `overlap`
// bases too early makes an empty stretch. Nothing if the two do not belong together.
std::optional<Stretch> stretch_between(std::uint64_t start, std::uint64_t end,
                                       std::uint64_t overlap, std::uint32_t contig,
                                       const FlankedAssembly& assembly) {
  if (end < start && start - end <= overlap) return Stretch{start, start};
  if (end < start && assembly.given[contig].circular) end += assembly.given[contig].bases.size();
  if (end < start || end - start > kFarthest) return std::nullopt;
  if (end > assembly.unrolled[contig].bases.size()) return std::nullopt;
  return Stretch{start, end};
}

std::string oriented(const Stretch& stretch, std::string_view contig, bool reverse) {
  const auto bases = contig.substr(stretch.start, stretch.length());
  return reverse ? sequence::reverse_complement(bases) : std::string(bases);
}

const SeenFlank* flank_of(const std::vector<SeenFlank>& flanks, const std::string& gene,
                          bool upstream) {
  for (const auto& seen : flanks)
    if (seen.flank->gene == gene && seen.flank->upstream == upstream) return &seen;
  return nullptr;
}

// The only place of the flank; nothing if there are none or several, or if it is not whole.
const AlignedPlacement* only_place(const SeenFlank* seen) {
  if (seen == nullptr || seen->places.size() != 1) return nullptr;
  const auto& place = seen->places.front();
  const bool whole =
      place.coverage() >= kWhole && place.interruptions.empty() && place.unknown == 0;
  return whole ? &place : nullptr;
}

// The target as absent if its flanks say so.
std::optional<Target> absent(const TargetRow& row, const std::vector<SeenFlank>& flanks,
                             const FlankedAssembly& assembly) {
  const auto* before = only_place(flank_of(flanks, row.gene, true));
  const auto* after = only_place(flank_of(flanks, row.gene, false));
  if (before == nullptr || after == nullptr) return std::nullopt;
  if (before->contig != after->contig || before->reverse != after->reverse) return std::nullopt;
  const bool reverse = before->reverse;
  const auto between =
      stretch_between((reverse ? after : before)->contig_end,
                      (reverse ? before : after)->contig_start, kOverlap, before->contig, assembly);
  if (!between) return std::nullopt;
  const std::string_view contig = assembly.unrolled[before->contig].bases;
  const auto gene_length = 3 * static_cast<std::uint64_t>(row.protein_length + 1);
  const auto detail = judge_gap(contig.substr(between->start, between->length()), gene_length);
  if (!detail) return std::nullopt;
  return Target{.gene = row.gene,
                .state = "absent",
                .detail = *detail,
                .contig = assembly.given[before->contig].name,
                .start = between->start,
                .end = between->end + 1,
                .strand = reverse ? '-' : '+'};
}

// A gene that is read whole.
struct WholeGene {
  std::string name, contig;
  std::uint64_t start = 0, end = 0;  // 1-based, inclusive
  bool reverse = false;
};

struct EvidentPlace {
  std::uint64_t start = 0;  // 0-based, on the unrolled contig
  InsertionEvidence evidence;
  std::uint64_t shift = 0;  // bases further from the gene than the displacement says
};

// Equal bases leave several places for the insertion; the one with most evidence is taken.
EvidentPlace best_place(const Displacement& found, const Stretch& stretch, bool reverse,
                        const sequence::ContigSequence& contig, const FlankedAssembly& assembly) {
  EvidentPlace best;
  std::uint32_t most = 0;
  for (std::uint64_t shift = 0; shift <= found.slack; ++shift) {
    const auto start = stretch.start + (reverse ? found.after + shift : found.before - shift);
    const auto evidence = judge_insertion({}, contig.bases, start, start + found.length);
    const auto weight = evidence.inverted_repeat + evidence.target_duplication + 1;
    if (weight > most) most = weight, best = {start, evidence, shift};
  }
  best.evidence =
      judge_insertion(assembly.given, contig.bases, best.start, best.start + found.length);
  return best;
}

std::optional<Insertion> insertion_before(const WholeGene& gene, const AlignedPlacement& place,
                                          const TargetFlank& flank,
                                          const FlankedAssembly& assembly) {
  const auto& contig = assembly.unrolled[place.contig];
  if (contig.name != gene.contig || place.reverse != gene.reverse) return std::nullopt;
  const auto stretch =
      gene.reverse
          ? stretch_between(gene.end + flank.distance, place.contig_end, 0, place.contig, assembly)
          : stretch_between(place.contig_start, gene.start - 1 - flank.distance, 0, place.contig,
                            assembly);
  if (!stretch) return std::nullopt;
  const auto found = find_displacement(oriented(*stretch, contig.bases, gene.reverse),
                                       std::string_view(flank.bases).substr(place.entry_start));
  if (!found) return std::nullopt;
  const auto [start, evidence, shift] =
      best_place(*found, *stretch, gene.reverse, contig, assembly);
  return Insertion{.gene = gene.name,
                   .place = "upstream",
                   .distance = found->after + shift + flank.distance,
                   .contig = contig.name,
                   .start = start + 1,
                   .end = start + found->length,
                   .copies = evidence.copies,
                   .inverted_repeat = evidence.inverted_repeat,
                   .target_duplication = evidence.target_duplication};
}

// The part of the flank that was carried away furthest tells.
std::optional<Insertion> insertion_before(const WholeGene& gene, const SeenFlank& seen,
                                          const FlankedAssembly& assembly) {
  std::optional<Insertion> longest;
  for (const auto& place : seen.places) {
    auto found = insertion_before(gene, place, *seen.flank, assembly);
    if (found && (!longest || found->end - found->start > longest->end - longest->start))
      longest = std::move(found);
  }
  return longest;
}

}  // namespace

std::vector<SeenFlank> see_flanks(const std::vector<Placement>& placements,
                                  const ReferenceSet& reference, const FlankedAssembly& assembly,
                                  const std::vector<TargetFlank>& flanks, const Species& species) {
  const auto& index = reference.sequences();
  const auto& settings = reference.settings();
  const LocusLimits limits{
      .align = {.interruption = static_cast<std::uint32_t>(settings.interruption),
                .contig_end = static_cast<std::uint32_t>(settings.contig_end)}};
  std::vector<SeenFlank> seen;
  for (const auto& flank : flanks) {
    if (!in_scope(flank.scope, species)) continue;
    std::map<std::uint32_t, std::vector<Placement>> by_contig;
    for (const auto& placement : placements)
      if (index.id(placement.entry) == flank.id()) by_contig[placement.contig].push_back(placement);
    SeenFlank& found = seen.emplace_back(SeenFlank{&flank, {}});
    for (auto& [contig, places] : by_contig)
      for (auto& locus :
           resolve_loci(std::move(places), index, assembly.unrolled[contig].bases, limits))
        if (locus.best.front().identity() >= kLeastIdentity)
          found.places.push_back(std::move(locus.best.front()));
  }
  return seen;
}

void find_absent_targets(TargetFindings& findings, const std::vector<SeenFlank>& flanks,
                         const std::vector<TargetRow>& rows, const FlankedAssembly& assembly,
                         const Species& species) {
  for (auto& target : findings.targets) {
    if (target.detail != "not_found") continue;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const TargetRow& candidate) {
      return candidate.gene == target.gene && in_scope(candidate.scope, species);
    });
    if (row == rows.end()) continue;
    auto lost = absent(*row, flanks, assembly);
    if (!lost) continue;
    target = std::move(*lost);
    for (auto& determinant : disruption(target, *row))
      findings.determinants.push_back(std::move(determinant));
  }
}

std::vector<Insertion> find_upstream_insertions(std::vector<Target>& targets,
                                                const std::vector<Determinant>& determinants,
                                                const std::vector<SeenFlank>& flanks,
                                                const FlankedAssembly& assembly) {
  std::vector<Insertion> insertions;
  for (const auto& seen : flanks) {
    if (!seen.flank->upstream) continue;
    for (auto& target : targets) {
      if (target.gene != seen.flank->gene) continue;
      if (target.state != "intact" && target.state != "missense") continue;
      auto found = insertion_before(
          {target.gene, target.contig, target.start, target.end, target.strand == '-'}, seen,
          assembly);
      if (!found) continue;
      target.detail =
          fmt::format("upstream_insertion:{}@{}", found->end - found->start + 1, found->distance);
      insertions.push_back(std::move(*found));
    }
    for (const auto& gene : determinants) {
      if (gene.kind != DeterminantKind::gene || !gene.symbol.starts_with(seen.flank->gene) ||
          gene.function != FunctionState::intact || gene.pieces.size() != 1)
        continue;
      auto found = insertion_before(
          {gene.symbol, gene.contig, gene.start, gene.end, gene.strand == '-'}, seen, assembly);
      if (found) insertions.push_back(std::move(*found));
    }
  }
  return insertions;
}

}  // namespace kres::genome
