#include "genome/pileup/second_strain.h"

#include <algorithm>

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

void mark_minor(std::vector<Determinant>& determinants, const Contamination& contamination,
                const ReadSettings& settings) {
  double share = contamination.second_species_percent / 100;
  const bool is_seen =
      static_cast<double>(contamination.second_alleles.size()) >= settings.second_alleles_warn ||
      (contamination.second_genome &&
       contamination.second_genome->second_sites >= settings.second_genome_warn);
  if (is_seen) share = std::max(share, contamination.minor_fraction_high.value_or(0));
  for (auto& determinant : determinants) {
    const bool gene = determinant.kind == DeterminantKind::gene;
    if (!gene && determinant.copies) continue;  // k of n copies of one strain
    const auto& low = gene ? determinant.copies_low : determinant.fraction_low;
    const auto& high = gene ? determinant.copies_high : determinant.fraction_high;
    if (!low || !high) continue;
    determinant.minor = *high < settings.minor_copies ||
                        (*high < 1 - share && *low <= settings.minor_gene_copies * share);
  }
}

}  // namespace kres::genome
