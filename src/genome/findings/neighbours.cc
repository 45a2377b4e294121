#include "genome/findings/neighbours.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace kres::genome {

namespace {

struct Feature {
  std::string kind, name;
  std::uint64_t start = 0, end = 0;
  const void* of = nullptr;  // the determinant it is, so that none is its own neighbour
};

using Features = std::map<std::string, std::vector<Feature>, std::less<>>;  // by contig

Features features_of(const GenomeResult& result) {
  Features features;
  for (const auto& d : result.determinants)
    if (d.kind == DeterminantKind::gene && d.start > 0)
      features[d.contig].push_back({"gene", d.symbol, d.start, d.end, &d});
  for (const auto& r : result.replicons)
    features[r.contig].push_back({"replicon", r.name, r.start, r.end});
  for (const auto& i : result.insertions)
    features[i.contig].push_back({"insertion", i.gene, i.start, i.end});
  return features;
}

struct Way {
  std::uint64_t distance = 0;
  bool higher = false;  // the neighbour stands at higher positions
  bool overlap = false;
};

Way way_between(const Determinant& d, const Feature& feature) {
  if (feature.start <= d.end && d.start <= feature.end) return {0, false, true};
  const bool higher = feature.start > d.end;
  const std::uint64_t straight = higher ? feature.start - d.end - 1 : d.start - feature.end - 1;
  if (!d.context.contig_circular) return {straight, higher, false};
  const std::uint64_t outer_start = std::min(d.start, feature.start),
                      outer_end = std::max(d.end, feature.end);
  const std::uint64_t around = d.context.contig_length - outer_end + outer_start - 1;
  return around < straight ? Way{around, !higher, false} : Way{straight, higher, false};
}

std::string side_of(const Way& way, char strand) {
  if (way.overlap) return "overlap";
  return way.higher == (strand == '+') ? "downstream" : "upstream";
}

}  // namespace

void add_neighbours(GenomeResult& result, std::uint64_t distance) {
  const Features features = features_of(result);
  for (auto& d : result.determinants) {
    const auto here = features.find(d.contig);
    if (here == features.end() || d.start == 0) continue;
    auto& neighbours = d.context.neighbours;
    for (const auto& feature : here->second) {
      if (feature.of == &d) continue;
      const Way way = way_between(d, feature);
      if (way.distance > distance && feature.kind != "replicon") continue;
      neighbours.push_back({feature.kind, feature.name, way.distance, side_of(way, d.strand)});
    }
    std::sort(neighbours.begin(), neighbours.end(), [](const Neighbour& a, const Neighbour& b) {
      return std::tie(a.distance, a.kind, a.name, a.side) <
             std::tie(b.distance, b.kind, b.name, b.side);
    });
  }
}

}  // namespace kres::genome
