#include "genome/pileup/depths.h"

#include <algorithm>
#include <cmath>

namespace kres::genome {

namespace {

constexpr double kZ = 1.959964;       // 95 % of a normal distribution, two-sided
constexpr double kOfNormal = 1.4826;  // its standard deviation by its median absolute deviation

double reads_on(const MeasuredDepth& locus, double read_length) {
  return read_length > 0 ? locus.depth * locus.bases / read_length : 0;
}

}  // namespace

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

SingleCopyDepth single_copy_depth(const std::vector<MeasuredDepth>& loci, double read_length) {
  SingleCopyDepth single{.spread = kUnknownSpread, .read_length = read_length};
  std::vector<double> depths, logarithms, by_chance;
  for (const auto& locus : loci) {
    const double reads = reads_on(locus, read_length);
    if (reads <= 0) continue;
    depths.push_back(locus.depth);
    logarithms.push_back(std::log(locus.depth));
    by_chance.push_back(1 / reads);
    single.reads += reads;
  }
  single.depth = median(depths);
  if (depths.size() < 3) return single;
  const double middle = median(logarithms);
  for (auto& logarithm : logarithms) logarithm = std::abs(logarithm - middle);
  const double deviation = kOfNormal * median(std::move(logarithms));
  single.spread = std::sqrt(std::max(0.0, deviation * deviation - median(std::move(by_chance))));
  return single;
}

std::vector<char> loci_of_one_genome(const std::vector<MeasuredDepth>& loci,
                                     const std::vector<char>& typed) {
  constexpr std::ptrdiff_t kEnough = 3;
  constexpr double kFactor = 2;
  const bool by_type = std::count(typed.begin(), typed.end(), 1) >= kEnough;
  std::vector<double> depths;
  for (std::size_t i = 0; i < loci.size(); ++i)
    if (!by_type || typed[i] != 0) depths.push_back(loci[i].depth);
  const double middle = median(std::move(depths));
  std::vector<char> own;
  for (const auto& locus : loci)
    own.push_back(locus.depth >= middle / kFactor && locus.depth <= middle * kFactor);
  return own;
}

CopyNumber copy_number(const MeasuredDepth& locus, const SingleCopyDepth& single) {
  const double reads = reads_on(locus, single.read_length);
  if (reads <= 0) return {};
  const double from_loci = single.reads > 0 ? 1 / single.reads : 0;
  const double width = kZ * std::sqrt(1 / reads + from_loci + single.spread * single.spread);
  const double copies = locus.depth / single.depth;
  return {copies, copies * std::exp(-width), copies * std::exp(width)};
}

}  // namespace kres::genome
