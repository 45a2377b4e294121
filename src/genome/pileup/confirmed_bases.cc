#include "genome/pileup/confirmed_bases.h"

#include "genome/pileup/read_counter.h"
#include "genome/pileup/read_placer.h"

namespace kres::genome {

namespace {

PlacedReads place_everywhere(std::span<const Read> reads,
                             const std::vector<sequence::ContigSequence>& contigs,
                             const PileupOptions& options) {
  PlacedReads placed;
  ReadPlacer placer(contigs, options.placement);
  ReadCounter::make_counts(placed, contigs, options);
  ReadCounter counter(placed, options);
  for (const auto& read : reads)
    for (const auto& place : placer.place(read.bases)) counter.add(read, place, {});
  return placed;
}

bool is_confirmed(const SiteCount& site, char base, const ConfirmLimits& limits) {
  const auto code = sequence::base_code(base);
  if (code == sequence::kNoCode) return false;
  const auto& shown = site.bases[code];
  const auto more = std::min(shown.sum(), site.insertion.sum());
  return shown.forward >= limits.strand_reads && shown.reverse >= limits.strand_reads &&
         static_cast<double>(shown.sum() - more) >= limits.share * site.depth;
}

void leave_out_long_runs(std::string_view bases, std::uint32_t longest,
                         std::vector<bool>& confirmed) {
  for (std::size_t start = 0; start < bases.size();) {
    auto end = start;
    while (end < bases.size() && bases[end] == bases[start]) ++end;
    if (end - start > longest)
      for (auto i = start; i < end; ++i) confirmed[i] = false;
    start = end;
  }
}

}  // namespace

std::vector<std::vector<bool>> find_confirmed(std::span<const Read> reads,
                                              const std::vector<sequence::ContigSequence>& contigs,
                                              const ConfirmLimits& limits) {
  const PileupOptions options{.least_quality = limits.least_quality};
  const auto placed = place_everywhere(reads, contigs, options);
  std::vector<std::vector<bool>> confirmed;
  for (std::size_t contig = 0; contig < contigs.size(); ++contig) {
    const std::string_view bases = contigs[contig].bases;
    confirmed.emplace_back(bases.size());
    for (std::size_t i = 0; i < bases.size(); ++i)
      confirmed[contig][i] = is_confirmed(placed.counts[contig][i], bases[i], limits);
    leave_out_long_runs(bases, limits.longest_run, confirmed[contig]);
  }
  return confirmed;
}

}  // namespace kres::genome
