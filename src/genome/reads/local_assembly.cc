#include "genome/reads/local_assembly.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "genome/reads/clean_graph.h"
#include "genome/reads/contig_paths.h"
#include "genome/reads/read_paths.h"

namespace kres::genome {

namespace {

constexpr int kLongest = 63, kShortest = 21;
constexpr double kReadShare = 0.42;      // of a read that a k-mer may take
constexpr double kDeep = 30;             // x, from here on the longest k-mers have depth enough
constexpr int kShallowLength = 31;       // below it
constexpr std::size_t kWorthwhile = 20;  // reads left over
constexpr std::uint32_t kShallowParts = 1U << 30;  // parts of their contigs are numbered from here
constexpr int kMostRounds = 12;                    // of resolving repeats
constexpr std::size_t kReach = 4000;               // bases of a path on each side of a variant

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

// k-mers seen more rarely are errors; of those that are left cleaning takes what stands beside
// something deeper.
std::uint32_t least_count(const LocalAssemblyOptions& options) {
  return static_cast<std::uint32_t>(std::max(2.0, 0.01 * options.depth));
}

// Mean count of the k-mers of one copy, from the depth of the genome or else from the graph.
double count_of_one_copy(const UnitigGraph& graph, const RecruitedReads& reads, double depth) {
  if (depth <= 0 || reads.size() == 0) return typical_coverage(graph);
  const double length =
      static_cast<double>(reads.total_bases()) / static_cast<double>(reads.size());
  return depth * (length - graph.k() + 1) / length;
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

void mark_joints(const std::vector<Oriented>& path, const RepeatWays& ways, LocalContig& contig) {
  for (std::size_t i = 0; i < path.size(); ++i)
    contig.parts[i].unspanned = ways.unspanned(path[i] >> 1);
  for (std::size_t i = 1; i + 1 < path.size(); ++i)
    contig.parts[i].is_shown = ways.is_shown(path[i - 1], path[i], path[i + 1]);
}

// Contigs of one k; `part` numbers their parts on. Leaves the reads they do not hold in `left`.
std::vector<LocalContig> contigs_with(const RecruitedReads& reads, const Mates& mates, int k,
                                      const LocalAssemblyOptions& options, std::uint32_t part,
                                      RecruitedReads& left) {
  auto table = KmerTable::count(reads, k, options.threads);
  UnitigGraph graph(table, least_count(options));
  clean_graph(graph, {.single_copy = count_of_one_copy(graph, reads, options.depth)});
  std::optional<RepeatWays> ways;
  ways.emplace(graph, table, reads, mates, options.threads);
  for (int round = 0; round < kMostRounds && resolve_repeats(graph, *ways); ++round)
    ways.emplace(graph, table, reads, mates, options.threads);
  std::vector<LocalContig> contigs;
  for (const auto& path : cover_by_paths(graph, kReach)) {
    contigs.push_back(contig_of(graph, path));
    mark_joints(path, *ways, contigs.back());
    for (auto& one : contigs.back().parts) one.part += part;
  }
  for (const auto i : ways->left_over())
    left.add(reads.bases(i), reads.qualities(i), reads[i].file, reads[i].record);
  return contigs;
}

}  // namespace

LocalAssembly assemble_locally(const RecruitedReads& reads, const Mates& mates,
                               const LocalAssemblyOptions& options) {
  LocalAssembly assembly{.k = choose_k(reads, options.depth)};
  RecruitedReads left, nothing;
  assembly.contigs = contigs_with(reads, mates, assembly.k, options, 0, left);
  if (assembly.k > kShallowLength && left.size() >= kWorthwhile) {
    // What has little depth is found with shorter k-mers.
    auto more = contigs_with(left, {}, kShallowLength, options, kShallowParts, nothing);
    std::move(more.begin(), more.end(), std::back_inserter(assembly.contigs));
  }
  std::stable_sort(assembly.contigs.begin(), assembly.contigs.end(),
                   [](const LocalContig& a, const LocalContig& b) {
                     return a.sequence.bases.size() > b.sequence.bases.size();
                   });
  for (std::size_t i = 0; i < assembly.contigs.size(); ++i)
    assembly.contigs[i].sequence.name = fmt::format("reads_{}", i + 1);
  return assembly;
}

}  // namespace kres::genome
