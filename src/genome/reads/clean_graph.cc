#include "genome/reads/clean_graph.h"

#include <algorithm>

namespace kres::genome {

namespace {

constexpr int kMostRounds = 8;

double greatest_coverage(const UnitigGraph& graph, const std::vector<Oriented>& unitigs) {
  double greatest = 0;
  for (const auto unitig : unitigs) greatest = std::max(greatest, graph.of(unitig).coverage);
  return greatest;
}

// What else follows where `unitig` comes from: its rivals.
std::vector<Oriented> rivals(const UnitigGraph& graph, Oriented unitig) {
  std::vector<Oriented> found;
  for (const auto before : graph.before_turned(unitig))
    for (const auto other : graph.next(turned(before)))
      if (other != unitig) found.push_back(other);
  return found;
}

// Depth of the strongest path that a unitig competes with, on the side where it begins.
double rival_depth(const UnitigGraph& graph, Oriented unitig) {
  return greatest_coverage(graph, rivals(graph, unitig));
}

// The depth below which something beside a rival of this depth goes.
double weak_depth(double rival, const CleanLimits& limits) {
  if (limits.single_copy <= 0) return limits.unknown_share * rival;
  const double one_copy = std::min(limits.single_copy, rival);
  return std::max(limits.single_copy_share * one_copy, limits.rival_share * rival);
}

// A dead end no longer than errors at the end of a read can make it.
bool is_tip(const UnitigGraph& graph, Oriented unitig, const CleanLimits& limits) {
  if (!graph.next(unitig).empty() || graph.before_turned(unitig).empty()) return false;
  const double rival = rival_depth(graph, unitig);
  const bool is_short = graph.kmers(unitig) <= static_cast<std::size_t>(graph.k());
  const double weak = weak_depth(rival, limits);
  return graph.of(unitig).coverage < (is_short ? 2 * weak : weak);
}

// Weak on both sides beside a rival: an error in the middle of reads, a minor variant, or a link
// that chimeric reads make.
bool is_weak_link(const UnitigGraph& graph, Oriented unitig, const CleanLimits& limits) {
  const double left = rival_depth(graph, unitig), right = rival_depth(graph, turned(unitig));
  return std::min(left, right) > 0 &&
         graph.of(unitig).coverage < weak_depth(std::min(left, right), limits);
}

// Nothing touches it, and it is too short to tell anything.
bool is_lone_scrap(const UnitigGraph& graph, Oriented unitig) {
  return graph.next(unitig).empty() && graph.before_turned(unitig).empty() &&
         graph.kmers(unitig) < static_cast<std::size_t>(graph.k());
}

bool clean_once(UnitigGraph& graph, const CleanLimits& limits) {
  std::vector<std::size_t> weak;
  for (std::size_t i = 0; i < graph.size(); ++i) {
    if (!graph[i].alive) continue;
    const auto forward = static_cast<Oriented>(2 * i);
    if (is_tip(graph, forward, limits) || is_tip(graph, turned(forward), limits) ||
        is_weak_link(graph, forward, limits) || is_lone_scrap(graph, forward))
      weak.push_back(i);
  }
  // The weakest first: what it leaves may then stand.
  std::stable_sort(weak.begin(), weak.end(), [&](std::size_t a, std::size_t b) {
    return graph[a].coverage < graph[b].coverage;
  });
  for (const auto i : weak) graph.remove(i);
  graph.merge();
  return !weak.empty();
}

}  // namespace

void clean_graph(UnitigGraph& graph, const CleanLimits& limits) {
  graph.merge();
  for (int round = 0; round < kMostRounds && clean_once(graph, limits); ++round) {
  }
}

}  // namespace kres::genome
