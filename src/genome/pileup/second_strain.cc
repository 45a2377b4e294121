#include "genome/pileup/second_strain.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace kres::genome {

void add_second_alleles(Contamination& contamination, const std::vector<LocusPlaces>& loci,
                        const std::vector<std::vector<SiteCount>>& piles,
                        const ReadSettings& settings) {
  StrandCount alternative;
  std::uint32_t reads = 0;
  for (std::size_t i = 0; i < loci.size(); ++i) {
    const auto second = second_allele(piles[i], settings);
    if (second.reads == 0) continue;
    contamination.second_alleles.push_back({loci[i].label, second});
    alternative += {second.forward, second.reverse};
    reads += second.reads;
  }
  contamination.loci_assessed = static_cast<std::uint32_t>(loci.size());
  const auto found = static_cast<double>(contamination.second_alleles.size());
  if (found == 0) return;
  if (contamination.minor_fraction && found < settings.second_alleles_warn) return;
  const auto share = alternative_reads(reads, alternative);
  contamination.minor_fraction = share.fraction;
  contamination.minor_fraction_low = share.low;
  contamination.minor_fraction_high = share.high;
  if (found < settings.second_alleles_warn) return;
  const auto verdict = found < settings.second_alleles_fail ? Verdict::warn : Verdict::fail;
  contamination.verdict = std::max(contamination.verdict, verdict);
  contamination.reasons.push_back(
      fmt::format("second_alleles:{}/{}", contamination.second_alleles.size(), loci.size()));
}

namespace {

bool is_seen(const std::optional<SecondGenome>& second, const ReadSettings& settings) {
  return second && second->fraction && second->own_depth &&
         second->second_sites >= settings.second_genome_warn;
}

// Copies of a gene that one copy in either genome amounts to.
struct OneCopy {
  double own = 0, second = 0;
};

OneCopy one_copy(const SecondGenome& second, double single_copy_depth) {
  const double own = *second.own_depth / single_copy_depth, high = *second.fraction_high;
  return {std::min(1.0, own), own * high / (1 - high)};
}

constexpr double kZ = 1.959964;        // 95 % of a normal distribution, two-sided
constexpr double kSurely = 2.575829;   // 99.5 %, one-sided
constexpr double kLeastSpread = 0.05;  // of depths within one genome

// Of the logarithm of a copy number, besides that of the counts: what its interval holds, and what
// genes of one genome have.
struct Variance {
  double held = 0, of_genome = 0;
};

Variance variance_of(const SecondGenome& second, const SingleCopyDepth& single) {
  const double spread = std::max(kLeastSpread, second.own_spread.value_or(single.spread));
  return {single.spread * single.spread, spread * spread};
}

bool is_of_second(const Determinant& gene, const OneCopy& one, const Variance& variance,
                  double most_copies) {
  if (!gene.copies || *gene.copies <= 0) return false;
  const double width = std::log(*gene.copies_high / *gene.copies) / kZ;
  const double counts = std::max(0.0, width * width - variance.held);
  const double high = *gene.copies * std::exp(kSurely * std::sqrt(counts + variance.of_genome));
  return high < one.own && *gene.copies_low <= most_copies * one.second;
}

}  // namespace

void mark_minor(std::vector<Determinant>& determinants, const Contamination& contamination,
                const SingleCopyDepth& single, const ReadSettings& settings) {
  double share = contamination.second_species_percent / 100;
  const bool has_genome = is_seen(contamination.second_genome, settings);
  if (has_genome ||
      static_cast<double>(contamination.second_alleles.size()) >= settings.second_alleles_warn)
    share = std::max(share, contamination.minor_fraction_high.value_or(0));
  for (auto& determinant : determinants) {
    const bool gene = determinant.kind == DeterminantKind::gene;
    if (!gene && determinant.copies) continue;  // k of n copies of one strain
    const auto& low = gene ? determinant.copies_low : determinant.fraction_low;
    const auto& high = gene ? determinant.copies_high : determinant.fraction_high;
    if (!low || !high) continue;
    const bool is_second =
        gene && has_genome && single.depth > 0
            ? is_of_second(determinant, one_copy(*contamination.second_genome, single.depth),
                           variance_of(*contamination.second_genome, single),
                           settings.minor_gene_copies)
            : *high < 1 - share && *low <= settings.minor_gene_copies * share;
    determinant.minor = *high < settings.minor_copies || is_second;
  }
}

}  // namespace kres::genome
