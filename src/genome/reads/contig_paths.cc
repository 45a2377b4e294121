#include "genome/reads/contig_paths.h"

#include <algorithm>
#include <cmath>

namespace kres::genome {

namespace {

class Cover {
 public:
  Cover(const UnitigGraph& graph, std::size_t reach)
      : graph_(graph), reach_(reach), held_(graph.size(), false) {}

  std::vector<Oriented> path_from(Oriented seed) {
    std::vector<char> on_path(graph_.size(), 0);
    on_path[seed >> 1] = 1;
    const auto ahead = extend(seed, on_path);
    const auto behind = extend(turned(seed), on_path);
    std::vector<Oriented> path;
    for (auto unitig = behind.rbegin(); unitig != behind.rend(); ++unitig)
      path.push_back(turned(*unitig));
    path.push_back(seed);
    path.insert(path.end(), ahead.begin(), ahead.end());
    for (const auto unitig : path) held_[unitig >> 1] = true;
    return path;
  }

  bool holds(std::size_t unitig) const { return held_[unitig]; }

 private:
  // The unitigs that follow, each at most once.
  std::vector<Oriented> extend(Oriented from, std::vector<char>& on_path) const {
    std::vector<Oriented> path;
    const double depth = graph_.of(from).coverage;
    for (std::size_t length = 0; length < reach_;) {
      const Oriented* best = nullptr;
      for (const auto& next : graph_.next(from)) {
        if (on_path[next >> 1] != 0) continue;
        if (best == nullptr || is_better(next, *best, depth)) best = &next;
      }
      if (best == nullptr) break;
      from = *best;
      on_path[from >> 1] = 1;
      length += graph_.kmers(from);
      path.push_back(from);
    }
    return path;
  }

  // What no path holds yet first, then what fits the depth best.
  bool is_better(Oriented one, Oriented other, double depth) const {
    const bool held = held_[one >> 1], other_held = held_[other >> 1];
    if (held != other_held) return other_held;
    return misfit(one, depth) < misfit(other, depth);
  }
  double misfit(Oriented unitig, double depth) const {
    return std::abs(std::log(graph_.of(unitig).coverage / depth));
  }

  const UnitigGraph& graph_;
  std::size_t reach_;
  std::vector<bool> held_;
};

}  // namespace

std::vector<std::vector<Oriented>> cover_by_paths(const UnitigGraph& graph, std::size_t reach) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < graph.size(); ++i)
    if (graph[i].alive) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return graph[a].coverage > graph[b].coverage;
  });
  Cover cover(graph, reach);
  std::vector<std::vector<Oriented>> paths;
  for (const auto i : order)
    if (!cover.holds(i)) paths.push_back(cover.path_from(static_cast<Oriented>(2 * i)));
  return paths;
}

}  // namespace kres::genome
