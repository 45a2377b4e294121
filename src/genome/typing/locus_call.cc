#include "genome/typing/locus_call.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/reference/mlst_index_builder.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

constexpr std::int64_t kEndSlack = 9;  // bases by which ends of other alleles may lie elsewhere
constexpr double kWhole = 90;          // per cent of an allele's bases

using Contigs = std::vector<sequence::ContigSequence>;

bool same_site(const Placement& a, const Placement& b) {
  if (a.contig != b.contig) return false;
  const std::int64_t shared = std::int64_t{std::min(a.contig_end, b.contig_end)} -
                              std::int64_t{std::max(a.contig_start, b.contig_start)};
  const auto shorter = std::min(a.contig_end - a.contig_start, b.contig_end - b.contig_start);
  return 2 * shared >= std::int64_t{shorter};
}

// The assembly's bases where the locus stands by its seeds, in the allele's direction, with room
// for the longest allele.
std::string window(const Placement& placement, LocusId locus, const ReferenceSet& reference,
                   std::string_view contig) {
  const std::int64_t length = reference.sequences().entry(placement.entry).length;
  const std::int64_t room =
      kEndSlack +
      std::max<std::int64_t>(0, std::int64_t{reference.schemes().longest(locus)} - length);
  const std::int64_t before = placement.segments.front().entry_start() + room;
  const std::int64_t after = length - placement.segments.back().entry_end() + room;
  const auto start = std::max<std::int64_t>(0, placement.contig_start - before);
  const auto end = std::min<std::int64_t>(static_cast<std::int64_t>(contig.size()),
                                          placement.contig_end + after);
  const auto bases =
      contig.substr(static_cast<std::size_t>(start),
                    static_cast<std::size_t>(std::max<std::int64_t>(0, end - start)));
  return placement.reverse ? sequence::reverse_complement(bases) : std::string(bases);
}

// Fewest differing bases of two sequences that share one end or the other, or lie a few bases
// apart; bases of the longer one beyond the shorter are not compared.
std::size_t least_difference(std::string_view allele, std::string_view bases, std::size_t least) {
  const auto shorter = allele.size() <= bases.size() ? allele : bases;
  const auto longer = allele.size() <= bases.size() ? bases : allele;
  for (std::size_t at = 0; at + shorter.size() <= longer.size(); ++at) {
    std::size_t different = 0;
    for (std::size_t i = 0; i < shorter.size() && different < least; ++i)
      different += shorter[i] != longer[at + i];
    least = std::min(least, different);
    if (shorter.size() == longer.size()) break;
  }
  return least;
}

// The allele that differs least from the bases under an alignment; the lowest number of equals.
std::uint32_t nearest_allele(LocusId locus, const AlignedPlacement& aligned,
                             const MlstIndex& schemes, std::string_view contig) {
  const std::string bases = observed_sequence(aligned, contig);
  std::uint32_t nearest = 0;
  std::size_t least = bases.size() + 1;
  for (const auto& allele : schemes.alleles(locus)) {
    const auto different = least_difference(schemes.sequence(allele), bases, least + 1);
    if (different < least || (different == least && allele.number < nearest))
      nearest = allele.number, least = different;
  }
  return nearest;
}

// Sites that are the locus by identity; the best first.
std::vector<AlignedPlacement> align_sites(const LocusSites& sites, const ReferenceSet& reference,
                                          const Contigs& contigs) {
  const auto& settings = reference.settings();
  const AlignLimits limits{.interruption = static_cast<std::uint32_t>(settings.interruption),
                           .contig_end = static_cast<std::uint32_t>(settings.contig_end)};
  std::vector<AlignedPlacement> found;
  for (const auto& site : sites) {
    const std::string_view contig = contigs[site.contig].bases;
    auto aligned = align_placement(site, reference.sequences(), contig, limits);
    if (aligned.identity() < settings.identity_present) continue;
    found.push_back(std::move(aligned));
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const AlignedPlacement& a, const AlignedPlacement& b) { return a.score > b.score; });
  return found;
}

}  // namespace

std::vector<LocusSites> find_sites(const std::vector<Placement>& placements,
                                   const ReferenceSet& reference) {
  const auto& schemes = reference.schemes();
  std::map<std::string, LocusId, std::less<>> numbers;
  for (LocusId id = 0; id < schemes.loci().size(); ++id) {
    const auto& locus = schemes.loci()[id];
    numbers.emplace(locus_label(schemes.name(schemes.schemes()[locus.scheme]), schemes.name(locus)),
                    id);
  }
  std::vector<const Placement*> ordered;
  for (const auto& placement : placements) ordered.push_back(&placement);
  std::sort(ordered.begin(), ordered.end(), [](const Placement* a, const Placement* b) {
    return std::make_tuple(-std::int64_t{a->seeds}, a->contig, a->contig_start, a->entry) <
           std::make_tuple(-std::int64_t{b->seeds}, b->contig, b->contig_start, b->entry);
  });
  std::vector<LocusSites> sites(schemes.loci().size());
  for (const auto* placement : ordered) {
    const auto locus = numbers.find(reference.sequences().gene(placement->entry));
    if (locus == numbers.end()) continue;
    auto& known = sites[locus->second];
    if (std::none_of(known.begin(), known.end(),
                     [&](const Placement& other) { return same_site(other, *placement); }))
      known.push_back(*placement);
  }
  return sites;
}

std::set<std::uint32_t> exact_alleles(LocusId locus, const LocusSites& sites,
                                      const ReferenceSet& reference, const Contigs& contigs) {
  std::set<std::uint32_t> exact;
  for (const auto& site : sites) {
    const auto bases = window(site, locus, reference, contigs[site.contig].bases);
    const auto found = reference.schemes().find_exact(locus, bases);
    if (found.number != 0) exact.insert(found.number);
  }
  return exact;
}

LocusCall call_locus(LocusId locus, const LocusSites& sites, const ReferenceSet& reference,
                     const Contigs& contigs) {
  LocusCall call;
  LocusSites others;
  for (const auto& site : sites) {
    const auto bases = window(site, locus, reference, contigs[site.contig].bases);
    const auto found = reference.schemes().find_exact(locus, bases);
    if (found.number == 0) {
      others.push_back(site);
      continue;
    }
    call.exact.insert(found.number);
    call.species = found.species;
    call.contigs.insert(site.contig);
  }
  const auto aligned = align_sites(others, reference, contigs);
  for (const auto& site : aligned)
    if (site.coverage() >= kWhole && site.interruptions.empty()) call.contigs.insert(site.contig);
  if (call.exact.size() > 1) call.species = 0;
  if (!call.exact.empty()) {
    std::vector<std::string> numbers;
    for (const auto number : call.exact) numbers.push_back(std::to_string(number));
    call.text = join(numbers, ",");
  } else if (!aligned.empty()) {
    const auto& best = aligned.front();
    const auto near = nearest_allele(locus, best, reference.schemes(), contigs[best.contig].bases);
    call.text = best.off_contig() ? fmt::format("{}?", near) : fmt::format("~{}", near);
  }
  return call;
}

}  // namespace kres::genome
