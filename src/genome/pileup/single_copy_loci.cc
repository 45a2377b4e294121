#include "genome/pileup/single_copy_loci.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "genome/pileup/depths.h"
#include "genome/reference/mlst_index_builder.h"
#include "genome/typing/locus_call.h"

namespace kres::genome {

namespace {

constexpr double kWhole = 90;     // per cent of the entry
constexpr double kLengths = 0.1;  // by which alleles of a locus differ in length

bool is_whole(const AlignedPlacement& place) { return place.coverage() >= kWhole; }

class Collector {
 public:
  explicit Collector(double least_identity) : least_identity_(least_identity) {}

  void add(const std::string& label, std::vector<AlignedPlacement> places) {
    LocusPlaces locus{.label = label, .places = {}};
    for (auto& place : places) {
      if (place.identity() < least_identity_ || !(is_whole(place) || place.off_contig())) continue;
      if (is_taken(place)) return;
      locus.places.push_back(std::move(place));
    }
    std::stable_sort(locus.places.begin(), locus.places.end(),
                     [](const AlignedPlacement& a, const AlignedPlacement& b) {
                       return std::pair(is_whole(a), a.score) > std::pair(is_whole(b), b.score);
                     });
    if (locus.places.empty() || !is_whole(locus.places.front())) return;
    taken_.insert(taken_.end(), locus.places.begin(), locus.places.end());
    loci_.push_back(std::move(locus));
  }

  std::vector<LocusPlaces> take() { return std::move(loci_); }

 private:
  bool is_taken(const AlignedPlacement& place) const {
    return std::any_of(taken_.begin(), taken_.end(), [&](const AlignedPlacement& other) {
      return other.contig == place.contig && other.contig_start < place.contig_end &&
             place.contig_start < other.contig_end;
    });
  }

  double least_identity_;
  std::vector<AlignedPlacement> taken_;
  std::vector<LocusPlaces> loci_;
};

// Loci of the schemes that the result names come first.
std::vector<LocusId> in_order(const std::vector<Mlst>& types, const MlstIndex& index) {
  std::vector<LocusId> order(index.loci().size());
  for (LocusId id = 0; id < order.size(); ++id) order[id] = id;
  const auto is_named = [&](LocusId id) {
    const auto name = index.name(index.schemes()[index.loci()[id].scheme]);
    return std::any_of(types.begin(), types.end(),
                       [&](const Mlst& type) { return type.scheme == name; });
  };
  std::stable_partition(order.begin(), order.end(), is_named);
  return order;
}

// Schemes hold alleles with an insertion sequence inside: these find its other copies, too.
bool has_usual_length(std::uint32_t length, LocusId locus, const MlstIndex& index) {
  std::vector<double> lengths;
  for (const auto& allele : index.alleles(locus)) lengths.push_back(allele.length);
  const double usual = median(std::move(lengths));
  return std::abs(length - usual) <= kLengths * usual;
}

bool is_repeated(std::string_view scheme, std::string_view locus, const SchemeTable& schemes) {
  const auto* row = schemes.find(scheme);
  return row != nullptr && std::find(row->repeated_loci.begin(), row->repeated_loci.end(), locus) !=
                               row->repeated_loci.end();
}

}  // namespace

std::vector<LocusPlaces> find_single_copy_loci(
    const std::vector<Placement>& alleles, const std::vector<Locus>& targets,
    const std::vector<Mlst>& types, const SchemeTable& schemes, const ReferenceSet& reference,
    const std::vector<sequence::ContigSequence>& contigs) {
  const auto& settings = reference.settings();
  const AlignLimits limits{.interruption = static_cast<std::uint32_t>(settings.interruption),
                           .contig_end = static_cast<std::uint32_t>(settings.contig_end)};
  const auto& index = reference.schemes();
  const auto sites = find_sites(alleles, reference);
  Collector collector(settings.identity_present);
  for (const auto id : in_order(types, index)) {
    const auto scheme = index.name(index.schemes()[index.loci()[id].scheme]);
    const auto locus = index.name(index.loci()[id]);
    if (sites[id].empty() || is_repeated(scheme, locus, schemes)) continue;
    std::vector<AlignedPlacement> places;
    for (const auto& site : sites[id])
      if (has_usual_length(reference.sequences().entry(site.entry).length, id, index))
        places.push_back(
            align_placement(site, reference.sequences(), contigs[site.contig].bases, limits));
    collector.add(locus_label(scheme, locus), std::move(places));
  }
  std::map<std::string, std::vector<AlignedPlacement>> genes;
  for (const auto& locus : targets)
    genes[std::string(reference.sequences().gene(locus.best.front().entry))].push_back(
        locus.best.front());
  for (auto& [gene, places] : genes) collector.add(gene, std::move(places));
  return collector.take();
}

}  // namespace kres::genome
