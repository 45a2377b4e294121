// Reads: recruited and assembled locally, then decided on as assemblies are.
#include <algorithm>
#include <memory>

#include "genome/analysis/engine_parts.h"
#include "genome/analysis/haplotypes.h"
#include "genome/reads/local_assembly.h"
#include "genome/resistance/negatives.h"

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

// How often the k-mers that a sketch knows were seen, in the middle; 0 if none was.
double typical_count(const std::vector<std::uint64_t>& counted, const SpeciesIndex& index) {
  std::vector<double> counts;
  for (std::size_t i = 0; i < counted.size();) {
    std::size_t end = i + 1;
    while (end < counted.size() && counted[end] == counted[i]) ++end;
    if (!index.holders(counted[i]).empty()) counts.push_back(static_cast<double>(end - i));
    i = end;
  }
  if (counts.empty()) return 0;
  const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
  std::nth_element(counts.begin(), middle, counts.end());
  return *middle;
}

double estimate_depth(const ScannedReads& scan, const SpeciesIndex& index) {
  if (scan.reads == 0) return 0;
  const double length = static_cast<double>(scan.bases) / static_cast<double>(scan.reads);
  const double kmers = length - index.kmer_size() + 1;
  if (kmers <= 0) return 0;
  return typical_count(scan.hashes, index) * scan.sample * length / kmers;
}

std::vector<sequence::ContigSequence> contigs_of(const LocalAssembly& assembly) {
  std::vector<sequence::ContigSequence> contigs;
  for (const auto& contig : assembly.contigs) contigs.push_back(contig.sequence);
  return contigs;
}

// Ends of contigs where an entry goes on: more reads may be found with them.
constexpr std::size_t kEnd = 150;      // bases
constexpr double kLeastCoverage = 20;  // per cent of the entry; less is a chance likeness
constexpr int kMostRounds = 3;

void add_ends(const std::vector<Locus>& loci, const std::vector<sequence::ContigSequence>& contigs,
              std::vector<std::string_view>& ends) {
  for (const auto& locus : loci) {
    const auto& best = locus.best.front();
    if (!best.off_contig() || best.coverage() < kLeastCoverage) continue;
    const std::string_view bases = contigs[best.contig].bases;
    const bool left = best.reverse ? best.end_off_contig : best.start_off_contig;
    const bool right = best.reverse ? best.start_off_contig : best.end_off_contig;
    if (left) ends.push_back(bases.substr(0, kEnd));
    if (right) ends.push_back(bases.substr(bases.size() - std::min(kEnd, bases.size())));
  }
}

std::vector<std::string_view> open_ends(const AssemblyLoci& loci,
                                        const std::vector<sequence::ContigSequence>& contigs) {
  std::vector<std::string_view> ends;
  add_ends(loci.genes, contigs, ends);
  add_ends(loci.targets, contigs, ends);
  return ends;
}

// Assembles what was recruited; where an entry runs off a contig, recruits with the contig's end
// and assembles once more.
struct LocalSearch {
  LocalAssembly assembly;
  std::vector<sequence::ContigSequence> contigs;
  std::unique_ptr<Circles> circles;
  AssemblyLoci loci;
};

LocalSearch search_reads(ScannedReads& scan, double depth, const ReferenceSet& reference,
                         int threads) {
  LocalSearch found;
  for (int round = 1;; ++round) {
    found.assembly =
        assemble_locally(scan.recruited, scan.mates, {.depth = depth, .threads = threads});
    found.contigs = contigs_of(found.assembly);
    found.circles = std::make_unique<Circles>(found.contigs);
    found.loci = search_assembly(*found.circles, reference);
    if (round == kMostRounds || !recruit_more(scan, open_ends(found.loci, found.contigs), threads))
      return found;
  }
}

}  // namespace

Result<GenomeResult> Engine::analyse_reads(const std::vector<ReadLibrary>& libraries,
                                           const AnalyseOptions& options) const {
  const auto& knowledge = parts_->knowledge;
  const auto& reference = knowledge.reference;
  const auto& species = reference.species();
  KRES_ASSIGN(auto scan, scan_reads(libraries, {.seeds = &reference.sequences().seeds(),
                                                .hashing = {.k = species.kmer_size(),
                                                            .seed = species.seed(),
                                                            .largest = species.largest_hash()},
                                                .threads = options.threads,
                                                .progress = options.progress}));
  auto result = empty_result(reference, options.software);
  for (const auto& [name, digest] : scan.files) result.input.push_back({name, digest});
  auto finding = identify_species(sampled(scan), {}, species, knowledge.species,
                                  reference.settings(), options.species);
  result.species = std::move(finding.species);
  result.contamination = std::move(finding.contamination);
  result.quality.verdict = Verdict::pass;
  const double depth = estimate_depth(scan, species);
  result.quality.depth = depth;

  auto found = search_reads(scan, depth, reference, options.threads);
  const auto& assembly = found.assembly;
  const auto& circles = *found.circles;
  SearchedContigs searched{found.contigs, circles, std::move(found.loci), {}};
  if (knowledge.proteins)
    searched.proteins = search_proteins(circles, reference, *knowledge.proteins, result.species);
  add_types(result, searched, knowledge);
  add_determinants(result, searched, knowledge);
  keep_haplotypes(result.determinants, assembly);
  keep_haplotypes(result.replicons, assembly);
  complete_findings(result, searched, knowledge);
  result.negatives = find_negatives(result.determinants, reference, result.quality.verdict);
  result.warnings = warnings_of(result, finding.found);
  return result;
}

}  // namespace kres::genome
