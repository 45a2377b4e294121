#include "genome/reads/read_paths.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "base/share_work.h"

namespace kres::genome {

namespace {

// A way through a repeat is taken if at least this many reads or pairs run through it, and at least
// this share of those that run through the strongest way from or to the same neighbour.
constexpr std::uint32_t kLeastReads = 2;
constexpr double kLeastShare = 0.1;
// Where a k-mer is not found, most that follow are not either: some are passed over.
constexpr std::size_t kPause = 6;

constexpr std::uint64_t place_of(std::size_t unitig, std::size_t position) {
  return static_cast<std::uint64_t>(unitig) << 32 | position;
}

// How many bases are the same from the start on.
std::size_t common_start(std::string_view one, std::string_view other) {
  const std::size_t most = std::min(one.size(), other.size());
  std::size_t same = 0;
  for (std::uint64_t a, b; same + sizeof a <= most; same += sizeof a) {
    std::memcpy(&a, one.data() + same, sizeof a);
    std::memcpy(&b, other.data() + same, sizeof b);
    if (a != b) break;
  }
  while (same < most && one[same] == other[same]) ++same;
  return same;
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
    : graph_(graph), table_(table), texts_(2 * graph.size()) {
  table.for_each([](KmerSlot& slot) { slot.place = KmerSlot::kNoPlace; });
  for (std::size_t i = 0; i < graph.size(); ++i) {
    if (!graph[i].alive) continue;
    for (const std::size_t side : {0, 1})
      texts_[2 * i + side] = graph.bases(static_cast<Oriented>(2 * i + side));
    KmerSlot* slot = nullptr;
    for_each_long_kmer(graph[i].bases, graph.k(), [&](std::size_t at, const LongKmerRoll& roll) {
      slot =
          slot == nullptr ? table.find(roll.canonical()) : table.find_near(roll.canonical(), *slot);
      if (slot != nullptr) slot->place = place_of(i, at);
    });
  }
}

// The place of the k-mer at `start` of a read.
bool ReadThreader::find(std::string_view bases, const std::uint64_t* packed, std::size_t start,
                        At& at) const {
  const int k = graph_.k();
  const auto kmer = packed_long_kmer(packed, start, k);
  const auto* slot = table_.find(std::min(kmer, turned_long_kmer(kmer, k)));
  if (slot == nullptr || slot->place == KmerSlot::kNoPlace) return false;
  const auto forward = static_cast<Oriented>(2 * (slot->place >> 32));
  const auto position = static_cast<std::size_t>(slot->place & UINT32_MAX);
  const auto length = static_cast<std::size_t>(k);
  if (texts_[forward].compare(position, length, bases.substr(start, length)) == 0)
    at = {forward, position};
  else
    at = {turned(forward), graph_.kmers(forward) - 1 - position};
  return true;
}

void ReadThreader::add_span(std::size_t entered, const At& last, ThreadedRead& read) const {
  const std::size_t end = last.position + 1, kmers = graph_.kmers(last.unitig);
  const bool forward = (last.unitig & 1) == 0;
  read.spans.push_back(
      {last.unitig >> 1, forward ? entered : kmers - end, forward ? end : kmers - entered});
}

// Goes along the graph from the k-mer at `start` on, and returns the first base that no unitig
// there goes on with.
std::size_t ReadThreader::follow(std::string_view bases, std::size_t start, At at,
                                 ThreadedRead& read) const {
  const auto k = static_cast<std::size_t>(graph_.k());
  ReadPath path;
  std::size_t next = start + k;
  while (true) {
    path.push_back(at.unitig);
    const std::string_view ahead = std::string_view(texts_[at.unitig]).substr(at.position + k);
    const auto same = common_start(ahead, bases.substr(next));
    next += same;
    add_span(at.position, {at.unitig, at.position + same}, read);
    if (same < ahead.size() || next == bases.size()) break;
    const auto& behind = graph_.next(at.unitig);
    const auto found = std::find_if(behind.begin(), behind.end(), [&](Oriented unitig) {
      return texts_[unitig][k - 1] == bases[next];
    });
    if (found == behind.end()) break;
    at = {*found, 0};
    ++next;
  }
  read.unitigs.insert(read.unitigs.end(), path.begin(), path.end());
  if (path.size() > 1) read.paths.push_back(std::move(path));
  return next;
}

ThreadedRead ReadThreader::thread(std::string_view bases,
                                  std::vector<std::uint64_t>& packed) const {
  ThreadedRead read;
  packed.resize(packed_words(bases.size()) + 2);
  pack_bases(bases, packed.data());
  const auto k = static_cast<std::size_t>(graph_.k());
  std::size_t pause = 0;  // k-mers to pass over
  for (std::size_t start = 0, end = 0; start < bases.size(); start = end + 1) {
    end = std::min(bases.find('N', start), bases.size());
    while (start + k <= end) {
      At at;
      if (pause > 0) {
        --pause;
        ++start;
      } else if (find(bases, packed.data(), start, at)) {
        start = follow(bases.substr(0, end), start, at, read) + 1;
      } else {
        pause = kPause;
        ++start;
      }
    }
  }
  return read;
}

RepeatWays::RepeatWays(const UnitigGraph& graph, KmerTable& table, const RecruitedReads& reads,
                       const Mates& mates, int threads)
    : graph_(graph),
      window_(kSpan > static_cast<std::size_t>(graph.k())
                  ? kSpan - static_cast<std::size_t>(graph.k()) + 1
                  : 0),
      steps_(window_ > 0 ? graph.size() : 0),
      ways_(graph.size()) {
  const auto touched = add_reads(ReadThreader(graph, table), reads, threads);
  for (const auto& [one, other] : mates) {
    add_pair(touched[one], turned_all(touched[other]));
    add_pair(touched[other], turned_all(touched[one]));
  }
}

// Reads are threaded side by side, and added in their order.
std::vector<std::vector<Oriented>> RepeatWays::add_reads(const ReadThreader& threader,
                                                         const RecruitedReads& reads, int threads) {
  std::vector<ThreadedRead> threaded(reads.size());
  share_parts(reads.size(), threads, [&](std::size_t, std::size_t begin, std::size_t end) {
    std::vector<std::uint64_t> packed;
    for (std::size_t i = begin; i < end; ++i) threaded[i] = threader.thread(reads.bases(i), packed);
  });
  std::vector<std::vector<Oriented>> touched(reads.size());
  for (std::uint32_t i = 0; i < reads.size(); ++i) {
    auto& read = threaded[i];
    for (const auto& path : read.paths) add_path(path);
    if (window_ > 0)
      for (const auto& span : read.spans) add_span(span);
    if (read.unitigs.empty()) left_over_.push_back(i);
    touched[i] = std::move(read.unitigs);
  }
  return touched;
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
