#include "genome/long_reads/run_variants.h"

#include <algorithm>

#include "genome/long_reads/homopolymers.h"

namespace kres::genome {

namespace {

constexpr int kMostRounds = 4;

bool stand_side_by_side(const UnitigGraph& graph, Oriented one, Oriented other) {
  const auto alone = [&](Oriented unitig) {
    return graph.next(unitig).size() == 1 && graph.before_turned(unitig).size() == 1;
  };
  return one >> 1 != other >> 1 && alone(one) && alone(other) &&
         graph.next(one) == graph.next(other) &&
         graph.before_turned(one) == graph.before_turned(other);
}

// The weaker one of two that follow `from`, and differ in runs only; none: false.
bool drop_behind(UnitigGraph& graph, Oriented from) {
  const auto next = graph.next(from);
  for (std::size_t i = 0; i < next.size(); ++i)
    for (std::size_t j = i + 1; j < next.size(); ++j) {
      if (!stand_side_by_side(graph, next[i], next[j]) ||
          !differ_in_runs_only(graph.bases(next[i]), graph.bases(next[j])))
        continue;
      const bool first_is_weaker = graph.of(next[i]).coverage < graph.of(next[j]).coverage;
      graph.remove((first_is_weaker ? next[i] : next[j]) >> 1);
      return true;
    }
  return false;
}

}  // namespace

void drop_run_variants(UnitigGraph& graph) {
  for (int round = 0; round < kMostRounds; ++round) {
    bool changed = false;
    for (Oriented from = 0; from < 2 * graph.size(); ++from)
      while (graph.of(from).alive && drop_behind(graph, from)) changed = true;
    if (!changed) return;
    graph.merge();
  }
}

}  // namespace kres::genome
