#include "genome/pileup/detection.h"

#include <algorithm>
#include <cmath>

#include "base/proportion.h"

namespace kres::genome {

namespace {

double poisson(std::uint32_t count, double mean) {
  return std::exp(count * std::log(mean) - mean - std::lgamma(count + 1.0));
}

double binomial(std::uint32_t count, std::uint32_t total, double share) {
  if (share >= 1) return count == total ? 1 : 0;
  const double choose =
      std::lgamma(total + 1.0) - std::lgamma(count + 1.0) - std::lgamma(total - count + 1.0);
  return std::exp(choose + count * std::log(share) + (total - count) * std::log1p(-share));
}

// Of so many reads enough on both strands.
double chance_of_both_strands(std::uint32_t reads, std::uint32_t needed) {
  double chance = 0;
  for (std::uint32_t forward = needed; forward + needed <= reads; ++forward)
    chance += binomial(forward, reads, 0.5);
  return chance;
}

bool share_is_enough(const CopiesInReads& rule, std::uint32_t alternative) {
  const Proportion proportion{alternative, rule.reads};
  return proportion.share() >= rule.fraction && wilson_interval(proportion).low > rule.lower_bound;
}

}  // namespace

double chance_to_miss_gene(const GeneInReads& gene) {
  const double stretches = gene.read_length - gene.overlap + 1;
  if (gene.depth <= 0 || stretches < 1 || gene.reads == 0) return gene.reads == 0 ? 0 : 1;
  const double rate = gene.depth / gene.read_length, mean = rate * stretches;
  double too_few = 0;
  for (std::uint32_t count = 0; count < gene.reads; ++count) too_few += poisson(count, mean);
  const double further = std::max(0.0, static_cast<double>(gene.gene) - gene.overlap);
  return std::min(1.0, too_few + further * rate * poisson(gene.reads - 1, mean));
}

bool is_called(const CopiesInReads& rule, std::uint32_t forward, std::uint32_t reverse) {
  return forward >= rule.strand_reads && reverse >= rule.strand_reads &&
         share_is_enough(rule, forward + reverse);
}

double chance_to_miss_copies(const CopiesInReads& copies) {
  if (copies.reads == 0 || copies.copies == 0) return 1;
  const double share = static_cast<double>(copies.changed) / copies.copies;
  double called = 0;
  for (std::uint32_t count = 2 * copies.strand_reads; count <= copies.reads; ++count)
    if (share_is_enough(copies, count))
      called +=
          binomial(count, copies.reads, share) * chance_of_both_strands(count, copies.strand_reads);
  return std::clamp(1 - called, 0.0, 1.0);
}

}  // namespace kres::genome
