// Reads: recruited and assembled locally, then decided on as assemblies are.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "genome/analysis/decisions.h"
#include "genome/analysis/engine.h"
#include "genome/analysis/haplotypes.h"
#include "genome/analysis/read_findings.h"
#include "genome/analysis/read_rounds.h"
#include "genome/quality/judge_reads.h"
#include "genome/reads/insert_size.h"
#include "genome/resistance/negatives.h"

namespace kres::genome {

namespace {

// Longer reads come from sequencers whose errors the local assembly is not made for.
constexpr double kLongestMean = 700;  // bases

SampledHashes sampled(const ScannedReads& scan) {
  SampledHashes hashes;
  hashes.counted = scan.hashes;
  hashes.sorted = scan.hashes;
  hashes.sorted.erase(std::unique(hashes.sorted.begin(), hashes.sorted.end()), hashes.sorted.end());
  hashes.contig_start = {0};
  return hashes;
}

// The mean of the counts that are no repeats; 0 if there are too few to tell.
double mean_of_single(std::vector<double> counts) {
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
  return sum / number;
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
  const double typical = mean_of_single(std::move(known));
  return typical > 0 ? typical : mean_of_single(std::move(repeated));
}

// Share of k-mers without an error, by what the qualities promise.
double correct_share(const ReadQuality& quality, int k) {
  double errors = 0;
  for (std::size_t score = 0; score < quality.quality_of_bases.size(); ++score)
    errors +=
        quality.quality_of_bases[score] / 100 * std::pow(10.0, -static_cast<double>(score) / 10);
  return std::pow(1 - std::min(0.5, errors), k);
}

// Depth of the genome in bases: a read of L bases holds L - k + 1 k-mers.
double estimate_depth(const ScannedReads& scan, const SpeciesIndex& index) {
  if (scan.reads == 0) return 0;
  const double length = static_cast<double>(scan.bases) / static_cast<double>(scan.reads);
  const double kmers = length - index.kmer_size() + 1;
  if (kmers <= 0) return 0;
  return typical_count(scan.hashes, index) * scan.sample * length / kmers /
         correct_share(scan.quality, index.kmer_size());
}

Quality quality_of(ScannedReads& scan, double depth, const ReadSettings& settings) {
  Quality quality;
  quality.depth = depth;
  quality.gc = scan.quality.all.gc;
  quality.n_percent = scan.quality.all.n_percent;
  quality.reads = std::move(scan.quality);
  if (depth > 0) quality.reads->estimated_depth = depth;
  judge_reads(quality, {.depth_fail = settings.depth_genes, .depth_warn = settings.depth_cgmlst});
  if (depth <= 0) quality.depth.reset();  // not known
  return quality;
}

}  // namespace

Result<GenomeResult> Engine::analyse_reads(const std::vector<ReadLibrary>& libraries,
                                           const AnalyseOptions& options) const {
  const auto& knowledge = *knowledge_;
  const auto& reference = knowledge.reference;
  const auto& species = reference.species();
  KRES_ASSIGN(auto scan, scan_reads(libraries, {.seeds = &reference.sequences().seeds(),
                                                .hashing = {.k = species.kmer_size(),
                                                            .seed = species.seed(),
                                                            .largest = species.largest_hash()},
                                                .threads = options.threads,
                                                .progress = options.progress}));
  if (scan.quality.all.mean_length > kLongestMean)
    return bad_input(
        fmt::format("holds long reads ({:.0f} bases on average)", scan.quality.all.mean_length),
        libraries.front().first.string(), 0,
        "only short reads are analysed; assemble long ones and analyse the assembly");
  auto result = empty_result(reference, options.software);
  for (const auto& [name, digest] : scan.files) result.input.push_back({name, digest});
  auto finding = identify_species(sampled(scan), {}, species, knowledge.species,
                                  reference.settings(), options.species);
  result.species = std::move(finding.species);
  result.contamination = std::move(finding.contamination);
  double depth = estimate_depth(scan, species);
  result.quality = quality_of(scan, depth, knowledge.read_settings);
  if (options.most_depth > 0 && depth > options.most_depth) {
    use_share(scan, options.most_depth / depth);
    result.quality.reads->notes.push_back(
        fmt::format("depth_used:{:.0f}/{:.0f}", options.most_depth, depth));
    depth = options.most_depth;
  }

  auto found = search_reads(scan, depth, result.species, knowledge, options.threads);
  const auto& assembly = found.assembly;
  SearchedContigs searched{found.contigs, *found.circles, std::move(found.loci),
                           std::move(found.proteins)};
  add_types(result, searched, knowledge);
  add_determinants(result, searched, knowledge);
  keep_haplotypes(result.determinants, assembly);
  keep_haplotypes(result.replicons, assembly);
  mark_unphased(result, assembly);
  if (const auto insert = measure_insert_size(scan.recruited, scan.mates, found.contigs)) {
    result.quality.reads->insert_low = insert->low;
    result.quality.reads->insert_median = insert->median;
    result.quality.reads->insert_high = insert->high;
  }
  const ReadFindings reads(scan, searched, knowledge, result);
  reads.add_evidence(result);
  complete_findings(result, searched, knowledge);
  result.negatives = find_negatives(result.determinants, reference, result.quality.verdict);
  label_haplotypes(result.determinants);
  reads.add_limits(result);
  result.warnings = warnings_of(result, finding.found);
  return result;
}

}  // namespace kres::genome
