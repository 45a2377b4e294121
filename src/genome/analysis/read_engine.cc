// Reads: recruited and assembled locally, then decided on as assemblies are.
#include <algorithm>

#include <fmt/format.h>

#include "base/share_work.h"
#include "genome/analysis/decisions.h"
#include "genome/analysis/engine.h"
#include "genome/analysis/haplotypes.h"
#include "genome/analysis/open_bases.h"
#include "genome/analysis/read_depth.h"
#include "genome/analysis/read_findings.h"
#include "genome/analysis/read_rounds.h"
#include "genome/long_reads/scan_long_reads.h"
#include "genome/quality/judge_reads.h"
#include "genome/reads/insert_size.h"
#include "genome/resistance/negatives.h"
#include "genome/species/second_genome.h"

namespace kres::genome {

namespace {

SampledHashes sampled(const ScannedReads& scan) {
  SampledHashes hashes;
  hashes.counted = scan.hashes;
  hashes.sorted = scan.hashes;
  hashes.sorted.erase(std::unique(hashes.sorted.begin(), hashes.sorted.end()), hashes.sorted.end());
  hashes.contig_start = {0};
  return hashes;
}

Result<ScannedReads> scan_any(const std::vector<ReadLibrary>& libraries, const Knowledge& knowledge,
                              const AnalyseOptions& options) {
  const auto& species = knowledge.reference.species();
  const ScanOptions scan{
      .seeds = &knowledge.reference.sequences().seeds(),
      .hashing = {.k = species.kmer_size(),
                  .seed = species.seed(),
                  .largest = species.largest_hash()},
      .tag_quality = static_cast<int>(knowledge.read_settings.second_genome_quality),
      .threads = options.threads,
      .progress = options.progress};
  if (!options.nanopore) return scan_reads(libraries, scan);
  std::vector<Path> files;
  for (const auto& library : libraries) files.push_back(library.first);
  return scan_long_reads(files, scan);
}

// Whose reads these are.
struct Genomes {
  SpeciesFinding finding;
  std::optional<SecondGenome> second;
};

Genomes find_genomes(const ScannedReads& scan, const Knowledge& knowledge,
                     const AnalyseOptions& options) {
  Genomes found;
  share_work(2, options.threads, [&](std::size_t part) {
    const auto& reference = knowledge.reference;
    if (part == 0)
      found.finding = identify_species(sampled(scan), {}, reference.species(), knowledge.species,
                                       reference.settings(), options.species);
    else
      found.second = find_second_genome(scan.tags, scan.tag_yield, knowledge.read_settings);
  });
  return found;
}

// Reads of the other kind than was said.
Result<void> check_length(const ScannedReads& scan, bool nanopore, double limit) {
  const double mean = scan.quality.all.mean_length;
  const auto file = scan.libraries.front().first.string();
  if (!nanopore && mean > limit)
    return bad_input(fmt::format("holds long reads ({:.0f} bases on average)", mean), file, 0,
                     "name nanopore reads with --ont");
  if (nanopore && mean < limit)
    return bad_input(fmt::format("holds short reads ({:.0f} bases on average)", mean), file, 0,
                     "--ont is for nanopore reads; name others with --reads");
  return {};
}

ReadLimits limits_of(const Knowledge& knowledge, bool nanopore) {
  const auto& settings = nanopore ? knowledge.nanopore_settings.reads : knowledge.read_settings;
  ReadLimits limits{.depth_fail = settings.depth_genes, .depth_warn = settings.depth_cgmlst};
  if (!nanopore) return limits;
  limits.mean_quality_warn = knowledge.nanopore_settings.mean_quality;
  limits.error_percent_fail = knowledge.nanopore_settings.error_percent;
  return limits;
}

Quality quality_of(ScannedReads& scan, double depth, const ReadLimits& limits) {
  Quality quality;
  quality.depth = depth;
  quality.gc = scan.quality.all.gc;
  quality.n_percent = scan.quality.all.n_percent;
  quality.reads = std::move(scan.quality);
  if (depth > 0) quality.reads->estimated_depth = depth;
  judge_reads(quality, limits);
  if (depth <= 0) quality.depth.reset();  // not known
  return quality;
}

std::optional<NoisyReads> noisy_reads(const ScannedReads& scan, const Knowledge& knowledge,
                                      bool nanopore) {
  if (!nanopore) return std::nullopt;
  const auto& settings = knowledge.nanopore_settings;
  return NoisyReads{.errors = {.of_one_copy = settings.error_share_of_copy,
                               .of_rival = settings.error_share_of_rival},
                    .whole_kmers = scan.share * whole_kmer_depth(scan),
                    .k = knowledge.reference.species().kmer_size()};
}

// The depth that is to be used at most; 0: all.
double most_depth(const Knowledge& knowledge, const AnalyseOptions& options) {
  if (!options.nanopore) return options.most_depth;
  const double most = knowledge.nanopore_settings.most_depth;
  return options.most_depth > 0 ? std::min(most, options.most_depth) : most;
}

// Uses no more reads than make this depth and than memory has room for, and notes it. Returns the
// depth used.
double limit_depth(ScannedReads& scan, double depth, double most, std::vector<std::string>& notes) {
  const bool is_deeper = most > 0 && depth > most;
  const double share = std::min(scan.stored_share, is_deeper ? most / depth : 1);
  if (share >= 1) return depth;
  use_share(scan, share);
  notes.push_back(fmt::format("depth_used:{:.0f}/{:.0f}", share * depth, depth));
  return share * depth;
}

// What the correction of noisy reads has shown: how many errors they have, the depth that follows,
// and the bases that they leave open. From here on the reads are the corrected ones.
OpenBases settle_noisy(ScannedReads& scan, LocalSearch& found, const NoisyReads& noisy,
                       const Knowledge& knowledge, const Species& species, double& depth) {
  const double errors = found.corrected->error_rate();
  scan.recruited = std::move(found.corrected->reads);
  if (found.corrected->bases > 0) scan.quality.error_percent = 100 * errors;
  depth = depth_with_errors(noisy.whole_kmers / scan.share, noisy.k, errors);
  auto open = find_open_bases(found, scan.recruited, knowledge);
  write_open(found, open, species, knowledge);
  return open;
}

void add_insert_size(Quality& quality, const ScannedReads& scan, const LocalSearch& found) {
  const auto insert = measure_insert_size(scan.recruited, scan.mates, found.contigs);
  if (!insert) return;
  quality.reads->insert_low = insert->low;
  quality.reads->insert_median = insert->median;
  quality.reads->insert_high = insert->high;
}

}  // namespace

Result<GenomeResult> Engine::analyse_reads(const std::vector<ReadLibrary>& libraries,
                                           const AnalyseOptions& options) const {
  const auto& knowledge = *knowledge_;
  const auto& reference = knowledge.reference;
  const auto& nanopore = knowledge.nanopore_settings;
  KRES_ASSIGN(auto scan, scan_any(libraries, knowledge, options));
  KRES_TRY(check_length(scan, options.nanopore, nanopore.mean_length));
  auto result = empty_result(reference, options.software);
  for (const auto& [name, digest] : scan.files) result.input.push_back({name, digest});
  auto genomes = find_genomes(scan, knowledge, options);
  result.species = std::move(genomes.finding.species);
  result.contamination = std::move(genomes.finding.contamination);
  if (genomes.second)
    add_second_genome(result.contamination, *genomes.second, knowledge.read_settings);
  double depth = estimate_depth(scan, reference.species());
  std::vector<std::string> notes;
  const double used = limit_depth(scan, depth, most_depth(knowledge, options), notes);

  const auto noisy = noisy_reads(scan, knowledge, options.nanopore);
  auto found = search_reads(scan, used, result.species, knowledge, options.threads, noisy);
  OpenBases open;
  if (noisy) open = settle_noisy(scan, found, *noisy, knowledge, result.species, depth);
  result.quality = quality_of(scan, depth, limits_of(knowledge, options.nanopore));
  std::ranges::move(notes, std::back_inserter(result.quality.reads->notes));
  SearchedContigs searched{found.contigs, *found.circles, std::move(found.loci),
                           std::move(found.proteins)};
  add_types(result, searched, knowledge);
  add_determinants(result, searched, knowledge);
  keep_haplotypes(result.determinants, found.assembly);
  keep_haplotypes(result.replicons, found.assembly);
  mark_unphased(result, found.assembly);
  explain_open(result, open);
  add_insert_size(result.quality, scan, found);
  const ReadFindings reads(reads_to_place(scan.recruited, scan.mates), searched, knowledge,
                           options.nanopore ? nanopore.reads : knowledge.read_settings, result,
                           options.threads);
  reads.add_evidence(result);
  leave_rare_unnamed(result.determinants);
  complete_findings(result, searched, knowledge);
  result.negatives = find_negatives(result.determinants, reference, result.quality.verdict);
  label_haplotypes(result.determinants);
  reads.add_limits(result);
  result.warnings = warnings_of(result, genomes.finding.found);
  return result;
}

}  // namespace kres::genome
