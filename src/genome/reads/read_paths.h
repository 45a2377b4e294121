// Reads as paths through the unitigs of a graph, and repeats resolved by them.
#pragma once

#include <cstdint>
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

// Gives each way through a repeat its own copy, where reads or pairs of reads run through it and
// keep the ways apart. True if anything changed.
bool resolve_repeats(UnitigGraph& graph, KmerTable& table, const RecruitedReads& reads,
                     const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs);

}  // namespace kres::genome
