// Reads as paths through the unitigs of a graph, and repeats resolved by them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "genome/reads/recruited_reads.h"
#include "genome/reads/unitig_graph.h"

namespace kres::genome {

// Neighbouring unitigs that one read runs through without a difference; at least two.
using ReadPath = std::vector<Oriented>;

// k-mers of one unitig, 0-based, half-open, in its forward direction.
struct UnitigSpan {
  std::uint32_t unitig = 0;
  std::size_t from = 0, to = 0;
};

struct ThreadedRead {
  std::vector<UnitigSpan> spans;  // of k-mers side by side in the read
  std::vector<ReadPath> paths;    // in the order of the read
  std::vector<Oriented> unitigs;  // all it touches, as the read runs
};

// Places of the k-mers of a graph's unitigs. Holds references: the graph must not change.
class ReadThreader {
 public:
  ReadThreader(const UnitigGraph& graph, KmerTable& table);
  // `packed` is room to work in.
  ThreadedRead thread(std::string_view bases, std::vector<std::uint64_t>& packed) const;

 private:
  struct At {
    Oriented unitig = 0;
    std::size_t position = 0;  // of the k-mer in the unitig as oriented
  };
  bool find(std::string_view bases, const std::uint64_t* packed, std::size_t start, At& at) const;
  std::size_t follow(std::string_view bases, std::size_t start, At at, ThreadedRead& read) const;
  void add_span(std::size_t entered, const At& last, ThreadedRead& read) const;

  const UnitigGraph& graph_;
  KmerTable& table_;
  std::vector<std::string> texts_;  // of the unitigs as oriented
};

// Reads that run through forks: unitigs that several come before or several follow.
class RepeatWays {
 public:
  RepeatWays(const UnitigGraph& graph, KmerTable& table, const RecruitedReads& reads,
             const Mates& mates, int threads);

  // Reads and pairs that run from one neighbour to another, by pairs of neighbours, as the unitig
  // is read forward.
  using Ways = std::map<std::pair<Oriented, Oriented>, std::uint32_t>;
  const Ways& of(std::size_t unitig) const { return ways_[unitig]; }
  // Whether reads show that this is one sequence; true where `middle` is no fork.
  bool is_shown(Oriented before, Oriented middle, Oriented behind) const;
  // Where a unitig is held together by shared k-mers only: positions in it, forward, at which no
  // read holds kSpan bases in a row. Empty for k-mers that are no shorter.
  static constexpr std::size_t kSpan = 50;
  std::vector<std::size_t> unspanned(std::size_t unitig) const;
  // Reads without a k-mer of the graph.
  const std::vector<std::uint32_t>& left_over() const { return left_over_; }

 private:
  // Returns the unitigs that each read touches.
  std::vector<std::vector<Oriented>> add_reads(const ReadThreader& threader,
                                               const RecruitedReads& reads, int threads);
  void add_path(const ReadPath& path);
  void add_pair(const std::vector<Oriented>& first, const std::vector<Oriented>& second);
  void add(Oriented before, Oriented middle, Oriented behind);
  void add_span(const UnitigSpan& span);

  const UnitigGraph& graph_;
  std::size_t window_;  // k-mers of kSpan bases
  std::vector<std::vector<std::int32_t>>
      steps_;  // by unitig: reads that begin or end to span there
  std::vector<Ways> ways_;
  std::vector<std::uint32_t> left_over_;
};

// Gives each way through a repeat its own copy, where reads or pairs of reads run through it and
// keep the ways apart. True if anything changed; `ways` are then those of a graph that is gone.
bool resolve_repeats(UnitigGraph& graph, const RepeatWays& ways);

}  // namespace kres::genome
