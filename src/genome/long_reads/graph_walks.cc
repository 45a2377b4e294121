#include "genome/long_reads/graph_walks.h"

#include <algorithm>

namespace kres::genome {

namespace {

constexpr std::size_t kMostSteps = 400;  // unitigs entered while looking for ways

// In a slot: unitig, position, and whether the canonical k-mer is read forward there.
std::uint64_t packed(std::size_t unitig, std::size_t position, bool is_canonical) {
  return static_cast<std::uint64_t>(unitig) << 32 | position << 1 | (is_canonical ? 1U : 0U);
}

}  // namespace

struct GraphWalks::Walk {
  GraphPlace to;
  std::size_t least, most;
  std::string bases;
  std::size_t steps = 0;
  Ways ways;
};

GraphWalks::GraphWalks(const UnitigGraph& graph, KmerTable& table) : graph_(graph), table_(table) {
  table.for_each([](KmerSlot& slot) { slot.place = KmerSlot::kNoPlace; });
  for (std::size_t i = 0; i < graph.size(); ++i) {
    if (!graph[i].alive) continue;
    for_each_long_kmer(graph[i].bases, graph.k(), [&](std::size_t at, const LongKmerRoll& roll) {
      if (auto* slot = table.find(roll.canonical()))
        slot->place = packed(i, at, roll.is_canonical());
    });
  }
}

std::optional<GraphPlace> GraphWalks::find(const LongKmerRoll& roll) const {
  const auto* slot = table_.find(roll.canonical());
  if (slot == nullptr || slot->place == KmerSlot::kNoPlace) return std::nullopt;
  const auto unitig = static_cast<Oriented>(2 * (slot->place >> 32));
  const auto position = static_cast<std::uint32_t>((slot->place & UINT32_MAX) >> 1);
  if (((slot->place & 1) != 0) == roll.is_canonical()) return GraphPlace{unitig, position};
  return GraphPlace{turned(unitig),
                    static_cast<std::uint32_t>(graph_.kmers(unitig) - 1 - position)};
}

std::optional<GraphPlace> GraphWalks::on_unitig(const GraphPlace& place, char base) const {
  const GraphPlace next{place.unitig, place.position + 1};
  if (next.position >= graph_.kmers(place.unitig) || base_behind(next) != base) return std::nullopt;
  return next;
}

bool GraphWalks::follows(const GraphPlace& from, const GraphPlace& to) const {
  if (from.unitig == to.unitig && from.position + 1 == to.position) return true;
  if (to.position != 0 || from.position + 1 != graph_.kmers(from.unitig)) return false;
  const auto& next = graph_.next(from.unitig);
  return std::find(next.begin(), next.end(), to.unitig) != next.end();
}

char GraphWalks::base_behind(const GraphPlace& place) const {
  const auto& bases = graph_.of(place.unitig).bases;
  const auto i = place.position + static_cast<std::size_t>(graph_.k()) - 1;
  return (place.unitig & 1) == 0 ? bases[i] : sequence::complement(bases[bases.size() - 1 - i]);
}

void GraphWalks::walk_on(Walk& walk, const GraphPlace& from) const {
  const auto before = walk.bases.size();
  auto at = from;
  while (walk.bases.size() < walk.most && at.position + 1 < graph_.kmers(at.unitig)) {
    ++at.position;
    walk.bases += base_behind(at);
    if (at == walk.to && walk.bases.size() >= walk.least) walk.ways.bases.push_back(walk.bases);
  }
  if (walk.bases.size() < walk.most)
    for (const auto next : graph_.next(at.unitig)) {
      if (++walk.steps > kMostSteps || walk.ways.bases.size() >= kMostWays) {
        walk.ways.complete = false;
        break;
      }
      const GraphPlace first{next, 0};
      walk.bases += base_behind(first);
      if (first == walk.to && walk.bases.size() >= walk.least)
        walk.ways.bases.push_back(walk.bases);
      walk_on(walk, first);
      walk.bases.pop_back();
    }
  walk.bases.resize(before);
}

GraphWalks::Ways GraphWalks::ways(const GraphPlace& from, const GraphPlace& to, std::size_t least,
                                  std::size_t most) const {
  Walk walk{
      .to = to, .least = std::max<std::size_t>(least, 1), .most = most, .bases = {}, .ways = {}};
  walk_on(walk, from);
  return std::move(walk.ways);
}

}  // namespace kres::genome
