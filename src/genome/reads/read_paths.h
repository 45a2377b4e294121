// Reads as paths through the unitigs of a graph, and repeats resolved by them.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "genome/reads/recruited_reads.h"
#include "genome/reads/unitig_graph.h"

namespace kres::genome {

// Neighbouring unitigs that one read runs through without a difference; at least two.
using ReadPath = std::vector<Oriented>;

struct ThreadedRead {
  std::vector<ReadPath> paths;    // in the order of the read
  std::vector<Oriented> unitigs;  // all it touches, as the read runs
};

// Places of the k-mers of a graph's unitigs. Holds references: the graph must not change.
class ReadThreader {
 public:
  ReadThreader(const UnitigGraph& graph, KmerTable& table);
  ThreadedRead thread(std::string_view bases) const;

 private:
  struct At {
    Oriented unitig;
    std::size_t position;  // of the k-mer in the unitig as oriented
  };
  bool find(const LongKmerRoll& roll, At& at) const;

  const UnitigGraph& graph_;
  KmerTable& table_;
};

// Reads that run through repeats: unitigs that several come before and several follow.
class RepeatWays {
 public:
  RepeatWays(const UnitigGraph& graph, KmerTable& table, const RecruitedReads& reads,
             const Mates& mates);

  // Reads and pairs that run from one neighbour to another, by pairs of neighbours, as the unitig
  // is read forward.
  using Ways = std::map<std::pair<Oriented, Oriented>, std::uint32_t>;
  const Ways& of(std::size_t unitig) const { return ways_[unitig]; }
  // Whether reads show that this is one sequence; true where `middle` is no repeat.
  bool is_shown(Oriented before, Oriented middle, Oriented behind) const;
  // Reads without a k-mer of the graph.
  const std::vector<std::uint32_t>& left_over() const { return left_over_; }

 private:
  void add_path(const ReadPath& path);
  void add_pair(const std::vector<Oriented>& first, const std::vector<Oriented>& second);
  void add(Oriented before, Oriented middle, Oriented behind);

  const UnitigGraph& graph_;
  std::vector<Ways> ways_;
  std::vector<std::uint32_t> left_over_;
};

// Gives each way through a repeat its own copy, where reads or pairs of reads run through it and
// keep the ways apart. True if anything changed; `ways` are then those of a graph that is gone.
bool resolve_repeats(UnitigGraph& graph, const RepeatWays& ways);

}  // namespace kres::genome
