#include "genome/reads/read_paths.h"

#include <algorithm>
#include <map>

namespace kres::genome {

namespace {

// A way through a repeat is taken if at least this many reads or pairs run through it, and at least
// this share of those that run through the strongest way from or to the same neighbour.
constexpr std::uint32_t kLeastReads = 2;
constexpr double kLeastShare = 0.1;
// Where a k-mer is not found, most that follow are not either: some are passed over.
constexpr int kPause = 6;

constexpr std::uint64_t place_of(std::size_t unitig, std::size_t position) {
  return static_cast<std::uint64_t>(unitig) << 32 | position;
}

char base_at(const UnitigGraph& graph, Oriented unitig, std::size_t i) {
  const auto& bases = graph.of(unitig).bases;
  return (unitig & 1) == 0 ? bases[i] : sequence::complement(bases[bases.size() - 1 - i]);
}

using Ways = RepeatWays::Ways;

// Several come before it or several follow: which belong together only reads can show.
bool is_fork(const UnitigGraph& graph, Oriented unitig) {
  return graph.of(unitig).alive &&
         (graph.next(unitig).size() > 1 || graph.before_turned(unitig).size() > 1);
}

bool is_repeat(const UnitigGraph& graph, Oriented unitig) {
  return graph.of(unitig).alive && graph.next(unitig).size() > 1 &&
         graph.before_turned(unitig).size() > 1;
}

std::vector<Oriented> turned_all(const std::vector<Oriented>& unitigs) {
  std::vector<Oriented> other;
  for (auto unitig = unitigs.rbegin(); unitig != unitigs.rend(); ++unitig)
    other.push_back(turned(*unitig));
  return other;
}

bool is_taken(const Ways& ways, const std::pair<Oriented, Oriented>& way, std::uint32_t reads) {
  std::uint32_t strongest = 0;
  for (const auto& [other, count] : ways)
    if (other.first == way.first || other.second == way.second)
      strongest = std::max(strongest, count);
  return reads >= kLeastReads && reads >= kLeastShare * strongest;
}

bool are_neighbours(const UnitigGraph& graph, Oriented unitig, const UnitigGraph::Group& group) {
  const auto has = [](const auto& list, Oriented one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  return std::all_of(group.before.begin(), group.before.end(),
                     [&](Oriented one) { return has(graph.before_turned(unitig), turned(one)); }) &&
         std::all_of(group.behind.begin(), group.behind.end(),
                     [&](Oriented one) { return has(graph.next(unitig), one); });
}

// Neighbours that ways connect, directly or over others, form a group.
std::vector<UnitigGraph::Group> group_ways(const UnitigGraph& graph, Oriented unitig,
                                           const Ways& ways) {
  std::vector<UnitigGraph::Group> groups;
  std::vector<double> reads;
  double all = 0;
  for (const auto& [way, count] : ways) {
    if (!is_taken(ways, way, count)) continue;
    UnitigGraph::Group group{{way.first}, {way.second}};
    double here = count;
    all += count;
    for (std::size_t i = groups.size(); i-- > 0;) {
      const auto has = [](const auto& list, Oriented one) {
        return std::find(list.begin(), list.end(), one) != list.end();
      };
      if (!has(groups[i].before, way.first) && !has(groups[i].behind, way.second)) continue;
      for (const auto one : groups[i].before)
        if (!has(group.before, one)) group.before.push_back(one);
      for (const auto one : groups[i].behind)
        if (!has(group.behind, one)) group.behind.push_back(one);
      here += reads[i];
      groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(i));
      reads.erase(reads.begin() + static_cast<std::ptrdiff_t>(i));
    }
    groups.push_back(std::move(group));
    reads.push_back(here);
  }
  std::size_t before = 0, behind = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    groups[i].share = reads[i] / all;
    before += groups[i].before.size();
    behind += groups[i].behind.size();
  }
  // A neighbour that no way names would be cut off, and one that was itself just split goes by
  // other names: then nothing is decided.
  const bool all_named =
      before == graph.before_turned(unitig).size() && behind == graph.next(unitig).size() &&
      std::all_of(groups.begin(), groups.end(),
                  [&](const auto& group) { return are_neighbours(graph, unitig, group); });
  return all_named && groups.size() > 1 ? groups : std::vector<UnitigGraph::Group>{};
}

}  // namespace

ReadThreader::ReadThreader(const UnitigGraph& graph, KmerTable& table)
    : graph_(graph), table_(table) {
  table.for_each([](KmerSlot& slot) { slot.place = KmerSlot::kNoPlace; });
  for (std::size_t i = 0; i < graph.size(); ++i) {
    if (!graph[i].alive) continue;
    for_each_long_kmer(graph[i].bases, graph.k(), [&](std::size_t at, const LongKmerRoll& roll) {
      if (auto* slot = table.find(roll.canonical())) slot->place = place_of(i, at);
    });
  }
}

bool ReadThreader::find(const LongKmerRoll& roll, At& at) const {
  const auto* slot = table_.find(roll.canonical());
  if (slot == nullptr || slot->place == KmerSlot::kNoPlace) return false;
  const auto number = static_cast<Oriented>(slot->place >> 32);
  const auto position = static_cast<std::size_t>(slot->place & UINT32_MAX);
  const std::string_view stands =
      std::string_view(graph_[number].bases).substr(position, static_cast<std::size_t>(graph_.k()));
  LongKmerRoll there(graph_.k());
  for (const char base : stands) there.push(base);
  if (there.forward() == roll.forward())
    at = {2 * number, position};
  else
    at = {2 * number + 1, graph_.kmers(2 * number) - 1 - position};
  return true;
}

ThreadedRead ReadThreader::thread(std::string_view bases) const {
  ThreadedRead read;
  ReadPath path;
  LongKmerRoll roll(graph_.k());
  At at{};
  bool on_path = false;
  int pause = 0;
  std::size_t entered = 0;  // k-mer of the unitig at which the read came in
  const auto leave = [&] {
    const std::size_t last = at.position + 1, kmers = graph_.kmers(at.unitig);
    const bool forward = (at.unitig & 1) == 0;
    read.spans.push_back(
        {at.unitig >> 1, forward ? entered : kmers - last, forward ? last : kmers - entered});
  };
  const auto end_path = [&] {
    if (on_path) leave();
    if (path.size() > 1) read.paths.push_back(path);
    path.clear();
    on_path = false;
  };
  const auto enter = [&](Oriented unitig) {
    entered = at.position;
    path.push_back(unitig);
    read.unitigs.push_back(unitig);
  };
  const auto k = static_cast<std::size_t>(graph_.k());
  for (const char base : bases) {
    const bool valid = roll.push(base);
    if (on_path && valid) {
      if (at.position + 1 < graph_.kmers(at.unitig)) {
        if (base_at(graph_, at.unitig, at.position + k) == base) {
          ++at.position;
          continue;
        }
      } else {
        const auto& next = graph_.next(at.unitig);
        const auto found = std::find_if(next.begin(), next.end(), [&](Oriented unitig) {
          return base_at(graph_, unitig, k - 1) == base;
        });
        if (found != next.end()) {
          leave();
          at = {*found, 0};
          enter(*found);
          continue;
        }
      }
      roll.clear();  // no k-mer with this base is in the graph here
      end_path();
      continue;
    }
    if (on_path) end_path();
    if (!valid || pause-- > 0) continue;
    if (find(roll, at)) {
      on_path = true;
      enter(at.unitig);
    }
    pause = on_path ? 0 : kPause;
  }
  end_path();
  return read;
}

RepeatWays::RepeatWays(const UnitigGraph& graph, KmerTable& table, const RecruitedReads& reads,
                       const Mates& mates)
    : graph_(graph),
      window_(kSpan > static_cast<std::size_t>(graph.k())
                  ? kSpan - static_cast<std::size_t>(graph.k()) + 1
                  : 0),
      steps_(window_ > 0 ? graph.size() : 0),
      ways_(graph.size()) {
  const ReadThreader threader(graph, table);
  std::vector<std::vector<Oriented>> touched(reads.size());
  for (std::uint32_t i = 0; i < reads.size(); ++i) {
    auto read = threader.thread(reads.bases(i));
    for (const auto& path : read.paths) add_path(path);
    if (window_ > 0)
      for (const auto& span : read.spans) add_span(span);
    if (read.unitigs.empty()) left_over_.push_back(i);
    touched[i] = std::move(read.unitigs);
  }
  for (const auto& [one, other] : mates) {
    add_pair(touched[one], turned_all(touched[other]));
    add_pair(touched[other], turned_all(touched[one]));
  }
}

void RepeatWays::add_span(const UnitigSpan& span) {
  if (span.to - span.from < window_) return;
  auto& steps = steps_[span.unitig];
  steps.resize(graph_.kmers(2 * span.unitig) + 1);
  ++steps[span.from];
  --steps[span.to - window_ + 1];
}

std::vector<std::size_t> RepeatWays::unspanned(std::size_t unitig) const {
  std::vector<std::size_t> found;
  const auto kmers = graph_.kmers(static_cast<Oriented>(2 * unitig));
  if (window_ == 0 || kmers < window_) return found;
  const auto& steps = steps_[unitig];
  std::int32_t reads = 0;
  for (std::size_t i = 0; i + window_ <= kmers; ++i) {
    reads += i < steps.size() ? steps[i] : 0;
    if (reads == 0) found.push_back(i);
  }
  return found;
}

void RepeatWays::add_path(const ReadPath& path) {
  for (std::size_t i = 1; i + 1 < path.size(); ++i) add(path[i - 1], path[i], path[i + 1]);
}

// `first` runs towards `second`, which is given as it lies on the same strand.
void RepeatWays::add_pair(const std::vector<Oriented>& first, const std::vector<Oriented>& second) {
  for (const auto before : first)
    for (const auto middle : graph_.next(before)) {
      if (!is_fork(graph_, middle)) continue;
      for (const auto behind : graph_.next(middle))
        if (std::find(second.begin(), second.end(), behind) != second.end())
          add(before, middle, behind);
    }
}

void RepeatWays::add(Oriented before, Oriented middle, Oriented behind) {
  if (!is_fork(graph_, middle)) return;
  if ((middle & 1) == 0)
    ++ways_[middle >> 1][{before, behind}];
  else
    ++ways_[middle >> 1][{turned(behind), turned(before)}];
}

bool RepeatWays::is_shown(Oriented before, Oriented middle, Oriented behind) const {
  if (!is_fork(graph_, middle)) return true;
  const auto& ways = ways_[middle >> 1];
  const auto way =
      (middle & 1) == 0 ? std::pair(before, behind) : std::pair(turned(behind), turned(before));
  const auto found = ways.find(way);
  return found != ways.end() && is_taken(ways, way, found->second);
}

bool resolve_repeats(UnitigGraph& graph, const RepeatWays& ways) {
  bool changed = false;
  const auto unitigs = graph.size();
  for (std::size_t i = 0; i < unitigs; ++i) {
    const auto forward = static_cast<Oriented>(2 * i);
    if (!is_repeat(graph, forward)) continue;
    const auto groups = group_ways(graph, forward, ways.of(i));
    if (groups.empty()) continue;
    graph.split(forward, groups);
    changed = true;
  }
  if (changed) graph.merge();
  return changed;
}

}  // namespace kres::genome
