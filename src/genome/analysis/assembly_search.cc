#include "genome/analysis/assembly_search.h"

#include <algorithm>
#include <iterator>

namespace kres::genome {

namespace {

std::vector<Locus> loci_of_kind(std::vector<Placement>& placements, EntryKind kind,
                                const SequenceIndex& index, std::string_view contig,
                                const LocusLimits& limits) {
  std::vector<Placement> of_kind;
  std::copy_if(
      std::make_move_iterator(placements.begin()), std::make_move_iterator(placements.end()),
      std::back_inserter(of_kind),
      [&](const Placement& placement) { return index.entry(placement.entry).kind == kind; });
  return resolve_loci(std::move(of_kind), index, contig, limits);
}

void append(std::vector<Locus>& all, std::vector<Locus> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

AssemblyLoci search_assembly(const Circles& circles, const ReferenceSet& reference) {
  const auto& contigs = circles.unrolled();
  const auto& index = reference.sequences();
  const auto& settings = reference.settings();
  const ChainLimits chain{.largest_insertion =
                              static_cast<std::int64_t>(settings.largest_interruption)};
  const LocusLimits limits{
      .align = {.interruption = static_cast<std::uint32_t>(settings.interruption),
                .contig_end = static_cast<std::uint32_t>(settings.contig_end)}};
  SeedScanner scanner(index);
  AssemblyLoci loci;
  for (std::uint32_t i = 0; i < contigs.size(); ++i) {
    const std::string_view bases = contigs[i].bases;
    auto placements = chain_segments(scanner.scan(bases), i, index, chain);
    append(loci.genes, loci_of_kind(placements, EntryKind::gene, index, bases, limits));
    append(loci.targets, loci_of_kind(placements, EntryKind::target, index, bases, limits));
    append(loci.replicons, loci_of_kind(placements, EntryKind::replicon, index, bases, limits));
    for (auto& placement : placements) {
      if (placement.segments.empty()) continue;  // moved into one of the lists above
      const auto kind = index.entry(placement.entry).kind;
      if (kind == EntryKind::allele)
        loci.alleles.push_back(std::move(placement));
      else if (kind == EntryKind::nucleotide_target)
        loci.nucleotide_targets.push_back(std::move(placement));
    }
  }
  circles.drop_repeats(loci.genes);
  circles.drop_repeats(loci.targets);
  circles.drop_repeats(loci.alleles);
  circles.drop_repeats(loci.replicons);
  circles.drop_repeats(loci.nucleotide_targets);
  return loci;
}

}  // namespace kres::genome
