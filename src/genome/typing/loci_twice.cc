#include "genome/typing/loci_twice.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "genome/reference/mlst_index_builder.h"

namespace kres::genome {

namespace {

using Contigs = std::vector<sequence::ContigSequence>;

constexpr double kWhole = 90;         // per cent of the entry at each place
constexpr double kSpan = 0.8;         // of the entry, between first and last seed: worth aligning
constexpr double kOneGene = 90;       // per cent of equal bases of two strains of one species
constexpr std::size_t kLengths = 30;  // bases by which two alleles may differ in length

struct Place {
  std::uint32_t contig, start, end;
  std::string bases;
};

bool overlap(const Place& a, const Place& b) {
  return a.contig == b.contig && a.start < b.end && b.start < a.end;
}

double equal_percent(std::string_view a, std::string_view b) {
  const auto length = std::min(a.size(), b.size());
  std::size_t equal = 0;
  for (std::size_t i = 0; i < length; ++i) equal += a[i] == b[i];
  return length == 0 ? 0 : 100.0 * static_cast<double>(equal) / static_cast<double>(length);
}

// Alike from the start or, where an insertion shifts the rest, in one half.
bool one_gene(std::string_view a, std::string_view b) {
  const auto longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
  if (longer - shorter > kLengths) return false;
  if (equal_percent(a, b) >= kOneGene) return true;
  if (a.size() == b.size()) return false;
  const auto half = shorter / 2;
  return equal_percent(a.substr(0, half), b.substr(0, half)) >= kOneGene ||
         equal_percent(a.substr(a.size() - half), b.substr(b.size() - half)) >= kOneGene;
}

class TwiceFinder {
 public:
  explicit TwiceFinder(std::vector<std::string>& labels) : labels_(labels) {}

  void judge(const std::string& label, const std::vector<Place>& places) {
    for (std::size_t i = 0; i < places.size(); ++i)
      for (std::size_t k = i + 1; k < places.size(); ++k) {
        const auto &a = places[i], &b = places[k];
        if (a.bases == b.bases || !one_gene(a.bases, b.bases)) continue;
        if (is_counted(a) && is_counted(b)) return;
        counted_.push_back(a);
        counted_.push_back(b);
        labels_.push_back(label);
        return;
      }
  }

 private:
  bool is_counted(const Place& place) const {
    return std::any_of(counted_.begin(), counted_.end(),
                       [&](const Place& other) { return overlap(place, other); });
  }
  std::vector<std::string>& labels_;
  std::vector<Place> counted_;
};

std::vector<Place> whole_places(const LocusSites& sites, const ReferenceSet& reference,
                                const Contigs& contigs) {
  const auto& index = reference.sequences();
  std::vector<const Placement*> long_enough;
  for (const auto& site : sites) {
    const auto span = site.segments.back().entry_end() - site.segments.front().entry_start();
    if (static_cast<double>(span) >= kSpan * index.entry(site.entry).length)
      long_enough.push_back(&site);
  }
  std::vector<Place> places;
  if (long_enough.size() < 2) return places;
  const auto& settings = reference.settings();
  for (const auto* site : long_enough) {
    const std::string_view contig = contigs[site->contig].bases;
    const auto aligned = align_placement(*site, index, contig, {});
    if (aligned.coverage() < kWhole || aligned.identity() < settings.identity_trace ||
        !aligned.interruptions.empty())
      continue;
    places.push_back({site->contig, aligned.contig_start, aligned.contig_end,
                      observed_sequence(aligned, contig)});
  }
  return places;
}

std::map<std::string, std::vector<Place>> places_of_targets(const std::vector<Locus>& targets,
                                                            const ReferenceSet& reference,
                                                            const Contigs& contigs) {
  std::map<std::string, std::vector<Place>> places;
  for (const auto& locus : targets) {
    const auto& best = locus.best.front();
    if (best.coverage() < kWhole || best.identity() < reference.settings().identity_present ||
        !best.interruptions.empty())
      continue;
    places[std::string(reference.sequences().gene(best.entry))].push_back(
        {best.contig, best.contig_start, best.contig_end,
         observed_sequence(best, contigs[best.contig].bases)});
  }
  return places;
}

}  // namespace

std::vector<std::string> find_loci_twice(const std::vector<LocusSites>& sites,
                                         const std::vector<LocusId>& first,
                                         const std::set<LocusId>& left_out,
                                         const std::vector<Locus>& targets,
                                         const ReferenceSet& reference, const Contigs& contigs) {
  const auto& schemes = reference.schemes();
  std::vector<LocusId> order = first;
  for (LocusId id = 0; id < sites.size(); ++id)
    if (std::find(first.begin(), first.end(), id) == first.end()) order.push_back(id);
  std::vector<std::string> labels;
  TwiceFinder finder(labels);
  for (const auto id : order) {
    if (left_out.count(id) > 0) continue;
    const auto& locus = schemes.loci()[id];
    finder.judge(locus_label(schemes.name(schemes.schemes()[locus.scheme]), schemes.name(locus)),
                 whole_places(sites[id], reference, contigs));
  }
  for (const auto& [gene, places] : places_of_targets(targets, reference, contigs))
    finder.judge(gene, places);
  return labels;
}

}  // namespace kres::genome
