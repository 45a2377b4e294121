#include "genome/species/second_genome.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include "genome/kmer/packed_bases.h"
#include "genome/species/contamination.h"
#include "genome/species/own_depth.h"

namespace kres::genome {

namespace {

constexpr double kZ = 1.959964;           // 95 % of a normal distribution, two-sided
constexpr double kUneven = 0.05;          // standard deviation of the logarithm of a depth
constexpr std::uint32_t kParentPart = 4;  // a tag that errors come from has this part of the depth
// Of the tags that differ in one base from one of the genome's own: a site has 16 neighbours that
// are no site, a tag 80 neighbours with the same site or another form of it.
constexpr double kUnseenOrigins = 16.0 / 80;
constexpr double kValley = 0.25;  // of the peak, at most

// Half of all fragments are on tags of at least this depth: errors and what is rare do not move it.
std::uint32_t main_depth(std::span<const SiteTag> tags) {
  constexpr std::uint32_t kUsual = 4096;  // tags up to here are counted by depth, others sorted
  std::vector<std::uint64_t> usual(kUsual, 0);
  std::vector<std::uint32_t> deep;
  std::uint64_t all = 0, sum = 0;
  for (const auto& tag : tags) {
    const auto depth = tag.sum();
    all += depth;
    if (depth < kUsual)
      ++usual[depth];
    else
      deep.push_back(depth);
  }
  std::sort(deep.begin(), deep.end(), std::greater<>());
  for (const auto depth : deep)
    if (2 * (sum += depth) >= all) return depth;
  for (std::uint32_t depth = kUsual; depth-- > 1;)
    if (2 * (sum += depth * usual[depth]) >= all && usual[depth] > 0) return depth;
  return 0;
}

// Requires: not empty.
double middle_of(std::vector<std::uint32_t>& depths) {
  const auto middle = depths.begin() + static_cast<std::ptrdiff_t>(depths.size() / 2);
  std::nth_element(depths.begin(), middle, depths.end());
  return *middle;
}

// Tags by their depth, up to a largest one.
struct Spectrum {
  std::vector<double> own, beside;  // like no tag of the main depth, and one base beside one

  double among(const std::vector<double>& tags, std::size_t from, std::size_t to) const {
    double sum = 0;
    for (auto depth = from; depth < std::min(to, tags.size()); ++depth) sum += tags[depth];
    return sum;
  }
};

class Sample {
 public:
  Sample(std::span<const SiteTag> tags, std::uint32_t least, std::uint32_t main)
      : tags_(tags), least_(least), parent_(std::max(1U, main / kParentPart)) {}

  Spectrum spectrum(std::uint32_t largest) const {
    Spectrum found;
    found.own.resize(largest + 1);
    found.beside.resize(largest + 1);
    for (const auto& tag : tags_) {
      const auto depth = tag.sum();
      if (depth < least_ || depth > largest || tag.forward == 0 || tag.reverse == 0) continue;
      ++(is_beside_another(tag) ? found.beside : found.own)[depth];
    }
    return found;
  }

 private:
  bool is_beside_another(const SiteTag& tag) const {
    for (int shift = 0; shift < 2 * kTagBases; shift += 2)
      for (std::uint64_t change = 1; change < 4; ++change) {
        const auto near = tag.bases ^ change << shift;
        if (depth_of(std::min(near, turned_kmer(near, kTagBases))) >=
            std::max(parent_, 2 * tag.sum()))
          return true;
      }
    return false;
  }

  std::uint32_t depth_of(std::uint64_t bases) const {
    const auto at =
        std::lower_bound(tags_.begin(), tags_.end(), bases,
                         [](const SiteTag& tag, std::uint64_t b) { return tag.bases < b; });
    return at != tags_.end() && at->bases == bases ? at->sum() : 0;
  }

  std::span<const SiteTag> tags_;
  std::uint32_t least_, parent_;
};

// Depths of the second genome's tags: below `end`.
struct Peak {
  std::size_t end = 0;
};

// Nothing where no valley stands between the highest place and the main depth.
std::optional<Peak> find_peak(const Spectrum& spectrum, std::uint32_t least, std::uint32_t main) {
  const std::size_t width = std::max<std::size_t>(3, main / 10);
  const auto height = [&](std::size_t from) {
    return spectrum.among(spectrum.own, from, from + width);
  };
  std::size_t top = least;
  for (std::size_t at = least; at + width <= spectrum.own.size(); ++at)
    if (2 * at + width <= main && height(at) > height(top)) top = at;
  std::size_t valley = top;
  for (std::size_t at = top; at + width <= spectrum.own.size(); ++at)
    if (height(at) < height(valley)) valley = at;
  if (height(top) == 0 || height(valley) > kValley * height(top)) return {};
  return Peak{valley + width / 2};
}

// How likely a tag of this mean depth is seen in so many fragments, on both strands.
double chance_of(double mean, std::uint32_t depth) {
  return std::exp(depth * std::log(mean) - mean - std::lgamma(depth + 1.0)) *
         (1 - std::exp2(1 - static_cast<double>(depth)));
}

struct Cut {
  double chance = 0, mean = 0;  // to be seen at all, and the depth of those that are
};

Cut cut_off(double mean, std::uint32_t least, std::size_t end) {
  Cut cut;
  for (auto depth = least; depth < end; ++depth) {
    const double chance = chance_of(mean, depth);
    cut.chance += chance;
    cut.mean += depth * chance;
  }
  cut.mean /= std::max(cut.chance, 1e-300);
  return cut;
}

// The mean depth of which those that are seen have the mean `seen`.
double mean_behind(double seen, std::uint32_t least, std::size_t end) {
  double low = 0.01, high = static_cast<double>(end);
  for (int i = 0; i < 50; ++i) {
    const double middle = (low + high) / 2;
    (cut_off(middle, least, end).mean < seen ? low : high) = middle;
  }
  return low;
}

struct SecondDepth {
  double mean = 0;    // of the second genome's tags
  double reads = 0;   // that it was told by
  double places = 0;  // of its own, those among them that were not seen
};

// Of tags up to twice the peak's middle one, so that what has several copies does not count.
SecondDepth second_depth_of(const Spectrum& spectrum, std::uint32_t least, std::size_t end,
                            std::uint32_t second_sites) {
  const double all = spectrum.among(spectrum.own, least, end);
  std::size_t middle = least;
  while (spectrum.among(spectrum.own, least, middle + 1) < all / 2) ++middle;
  end = std::min(end, 2 * middle + 1);
  double sum = 0;
  for (std::size_t depth = least; depth < end; ++depth)
    sum += static_cast<double>(depth) * spectrum.own[depth];
  const double mean = mean_behind(sum / spectrum.among(spectrum.own, least, end), least, end);
  return {mean, mean * all, second_sites / std::max(cut_off(mean, least, end).chance, 1e-3)};
}

}  // namespace

std::optional<SecondGenome> find_second_genome(std::span<const SiteTag> tags, double yield,
                                               const ReadSettings& settings) {
  const auto main = main_depth(tags);
  if (main < settings.second_genome_depth || yield <= 0) return {};
  const auto least = static_cast<std::uint32_t>(settings.second_genome_reads);
  const auto spectrum = Sample(tags, least, main).spectrum(main);
  SecondGenome found;
  const auto peak = find_peak(spectrum, least, main);
  const std::size_t end = peak ? peak->end : main / 2;
  std::vector<std::uint32_t> own_depths;
  for (const auto& tag : tags)
    if (tag.sum() >= std::max<std::size_t>(end, least)) own_depths.push_back(tag.sum());
  found.sites = static_cast<std::uint32_t>(own_depths.size());
  const double middle = middle_of(own_depths);
  found.depth = middle / yield;
  if (!peak) return found;
  const double own = spectrum.among(spectrum.own, least, end);
  const double errors = kUnseenOrigins * spectrum.among(spectrum.beside, least, end);
  if (own - errors < 1) return found;
  found.second_sites = static_cast<std::uint32_t>(own - errors);
  if (found.second_sites < settings.second_genome_warn) return found;
  const auto second = second_depth_of(spectrum, least, end, found.second_sites);
  const auto isolate =
      fit_own_depth(own_depths, middle, second.mean, 1 - second.places / found.sites);
  found.own_depth = isolate.own / yield;
  found.own_spread = isolate.spread;
  found.second_depth = second.mean / yield;
  const auto share = [&](double depth) { return depth / (isolate.own + depth); };
  const double width = kZ * std::sqrt(1 / second.reads + kUneven * kUneven);
  found.fraction = share(second.mean);
  found.fraction_low = share(second.mean * std::exp(-width));
  found.fraction_high = share(second.mean * std::exp(width));
  return found;
}

void add_second_genome(Contamination& contamination, const SecondGenome& found,
                       const ReadSettings& settings) {
  contamination.second_genome = found;
  if (found.second_sites < settings.second_genome_warn) return;
  raise(contamination,
        found.second_sites < settings.second_genome_fail ? Verdict::warn : Verdict::fail,
        fmt::format("second_genome:{}/{}", found.second_sites, found.sites));
  contamination.minor_fraction = found.fraction;
  contamination.minor_fraction_low = found.fraction_low;
  contamination.minor_fraction_high = found.fraction_high;
}

}  // namespace kres::genome
