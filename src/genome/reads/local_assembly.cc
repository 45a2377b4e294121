#include "genome/reads/local_assembly.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "genome/reads/clean_graph.h"
#include "genome/reads/contig_paths.h"
#include "genome/reads/read_paths.h"

namespace kres::genome {

namespace {

constexpr int kLongest = 63, kShortest = 21;
constexpr double kReadShare = 0.42;   // of a read that a k-mer may take
constexpr double kDeep = 30;          // x, from here on the longest k-mers have depth enough
constexpr int kShallowLength = 31;    // below it
constexpr int kMostRounds = 12;       // of resolving repeats
constexpr std::size_t kReach = 4000;  // bases of a path on each side of a variant

int odd(double length) {
  const int rounded = static_cast<int>(length);
  return std::clamp(rounded - (rounded % 2 == 0 ? 1 : 0), kShortest, kLongest);
}

int choose_k(const RecruitedReads& reads, double depth) {
  const double mean = reads.size() == 0 ? 0
                                        : static_cast<double>(reads.total_bases()) /
                                              static_cast<double>(reads.size());
  const int longest = odd(kReadShare * mean);
  return depth > 0 && depth < kDeep ? std::min(longest, kShallowLength) : longest;
}

// Depth of most bases: the median over k-mers of their unitig's depth.
double typical_coverage(const UnitigGraph& graph) {
  std::vector<std::pair<double, std::size_t>> depths;
  std::size_t all = 0;
  for (std::size_t i = 0; i < graph.size(); ++i) {
    if (!graph[i].alive || graph[i].coverage < 2) continue;
    const auto kmers = graph.kmers(static_cast<Oriented>(2 * i));
    if (kmers <= static_cast<std::size_t>(graph.k())) continue;
    depths.emplace_back(graph[i].coverage, kmers);
    all += kmers;
  }
  std::sort(depths.begin(), depths.end());
  std::size_t seen = 0;
  for (const auto& [depth, kmers] : depths) {
    seen += kmers;
    if (2 * seen >= all) return depth;
  }
  return 0;
}

// k-mers seen more rarely are errors: at great depth the same error happens more than once.
std::uint32_t least_count(const LocalAssemblyOptions& options) {
  return options.depth > 0 && options.depth < kDeep
             ? 2
             : static_cast<std::uint32_t>(std::max(3.0, 0.03 * options.depth));
}

LocalContig contig_of(const UnitigGraph& graph, const std::vector<Oriented>& path) {
  LocalContig contig;
  auto& bases = contig.sequence.bases;
  for (const auto unitig : path) {
    const auto text = graph.bases(unitig);
    const auto overlap = bases.empty() ? 0 : static_cast<std::size_t>(graph.k()) - 1;
    contig.parts.push_back({unitig >> 1, (unitig & 1) != 0, bases.size() - overlap,
                            graph.kmers(unitig), graph.of(unitig).coverage});
    bases.append(text, overlap);
  }
  return contig;
}

}  // namespace

LocalAssembly assemble_locally(const RecruitedReads& reads,
                               const std::vector<std::pair<std::uint32_t, std::uint32_t>>& mates,
                               const LocalAssemblyOptions& options) {
  LocalAssembly assembly{.k = choose_k(reads, options.depth)};
  auto table = KmerTable::count(reads, assembly.k, options.threads);
  UnitigGraph graph(table, least_count(options));
  clean_graph(graph, {.single_copy = typical_coverage(graph)});
  for (int round = 0; round < kMostRounds && resolve_repeats(graph, table, reads, mates); ++round) {
  }
  assembly.single_copy_kmers = typical_coverage(graph);
  for (const auto& path : cover_by_paths(graph, kReach))
    assembly.contigs.push_back(contig_of(graph, path));
  std::stable_sort(assembly.contigs.begin(), assembly.contigs.end(),
                   [](const LocalContig& a, const LocalContig& b) {
                     return a.sequence.bases.size() > b.sequence.bases.size();
                   });
  for (std::size_t i = 0; i < assembly.contigs.size(); ++i)
    assembly.contigs[i].sequence.name = fmt::format("reads_{}", i + 1);
  return assembly;
}

}  // namespace kres::genome
