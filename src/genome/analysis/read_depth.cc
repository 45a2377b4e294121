#include "genome/analysis/read_depth.h"

#include <algorithm>
#include <cmath>

namespace kres::genome {

namespace {

double poisson(std::uint32_t count, double mean) {
  return std::exp(count * std::log(mean) - mean - std::lgamma(count + 1.0));
}

// The mean of a Poisson distribution of which only counts from `least` on are seen, whose mean is
// `seen`: that is the sought mean times P(N >= least - 1) / P(N >= least).
double mean_behind(double seen, std::uint32_t least) {
  if (seen <= least) return 0;
  double mean = seen;
  for (int i = 0; i < 100; ++i) {
    double below = 0;
    for (std::uint32_t count = 0; count + 1 < least; ++count) below += poisson(count, mean);
    mean = seen * (1 - below - poisson(least - 1, mean)) / (1 - below);
  }
  return mean;
}

// The mean of the counts that are no repeats, of k-mers of which those with fewer than `least` were
// not counted; 0 if there are too few to tell.
double mean_of_single(std::vector<double> counts, std::uint32_t least) {
  constexpr double kRepeat = 2.5;            // times the median
  constexpr std::size_t kLeastCounts = 200;  // of about a thousand in a genome
  if (counts.size() < kLeastCounts) return 0;
  std::sort(counts.begin(), counts.end());
  const double repeat = kRepeat * counts[counts.size() / 2];
  double sum = 0, number = 0;
  for (const double count : counts) {
    if (count > repeat) break;
    sum += count;
    ++number;
  }
  return mean_behind(sum / number, least);
}

// How often k-mers of the genome were seen: those that a sketch knows; where no sketch is near,
// those that were seen more than once, which few errors are. 0 if too few were.
double typical_count(const std::vector<std::uint64_t>& counted, const SpeciesIndex& index) {
  std::vector<double> known, repeated;
  for (std::size_t i = 0; i < counted.size();) {
    std::size_t end = i + 1;
    while (end < counted.size() && counted[end] == counted[i]) ++end;
    const auto count = static_cast<double>(end - i);
    if (!index.holders(counted[i]).empty()) known.push_back(count);
    if (count > 1) repeated.push_back(count);
    i = end;
  }
  const double typical = mean_of_single(std::move(known), 1);
  return typical > 0 ? typical : mean_of_single(std::move(repeated), 2);
}

// Of k-mers of one copy, beside the middle one: fewer are errors, more are repeats.
constexpr double kLeastOfMiddle = 0.4, kMostOfMiddle = 1.6;
constexpr double kLeastKmers = 30;

// Of k-mers that were seen more than once, ascending.
std::vector<std::uint64_t> repeated_counts(const std::vector<std::uint64_t>& counted) {
  std::vector<std::uint64_t> counts;
  for (std::size_t i = 0; i < counted.size();) {
    std::size_t end = i + 1;
    while (end < counted.size() && counted[end] == counted[i]) ++end;
    if (end - i > 1) counts.push_back(end - i);
    i = end;
  }
  std::sort(counts.begin(), counts.end());
  return counts;
}

// Errors a base, by what the qualities promise.
double promised_errors(const ReadQuality& quality) {
  double errors = 0;
  for (std::size_t score = 0; score < quality.quality_of_bases.size(); ++score)
    errors +=
        quality.quality_of_bases[score] / 100 * std::pow(10.0, -static_cast<double>(score) / 10);
  return errors;
}

}  // namespace

double estimate_depth(const ScannedReads& scan, const SpeciesIndex& index) {
  if (scan.reads == 0) return 0;
  const double length = static_cast<double>(scan.bases) / static_cast<double>(scan.reads);
  const double kmers = length - index.kmer_size() + 1;
  if (kmers <= 0) return 0;
  return depth_with_errors(typical_count(scan.hashes, index) * scan.sample * length / kmers,
                           index.kmer_size(), std::min(0.5, promised_errors(scan.quality)));
}

double whole_kmer_depth(const ScannedReads& scan) {
  const auto counts = repeated_counts(scan.hashes);
  std::uint64_t all = 0, seen = 0;
  for (const auto count : counts) all += count;
  std::uint64_t middle =
      0;  // half of all that was seen stands in k-mers of no more than this count
  for (const auto count : counts) {
    middle = count;
    if (2 * (seen += count) >= all) break;
  }
  double sum = 0, number = 0;
  for (const auto count : counts) {
    const auto share = static_cast<double>(count) / static_cast<double>(middle);
    if (share < kLeastOfMiddle || share > kMostOfMiddle) continue;
    sum += static_cast<double>(count);
    ++number;
  }
  return number < kLeastKmers ? 0 : sum / number * scan.sample;
}

double depth_with_errors(double whole_kmer_depth, int k, double error_rate) {
  return whole_kmer_depth / std::pow(1 - error_rate, k);
}

}  // namespace kres::genome
