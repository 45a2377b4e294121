// Where reads stand in a graph of k-mers, and the ways from one place in it to another.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "genome/reads/unitig_graph.h"

namespace kres::genome {

// A k-mer of a unitig as it is read: 0-based, from the start of the oriented unitig.
struct GraphPlace {
  Oriented unitig = 0;
  std::uint32_t position = 0;
  bool operator==(const GraphPlace&) const = default;
};

// Holds references; the graph must not change. The table's places become those of this graph.
class GraphWalks {
 public:
  GraphWalks(const UnitigGraph& graph, KmerTable& table);

  // Of the k-mer last pushed; nothing if the graph does not hold it.
  std::optional<GraphPlace> find(const LongKmerRoll& roll) const;
  // The k-mer behind this one on its unitig, if it goes on there with this base.
  std::optional<GraphPlace> on_unitig(const GraphPlace& place, char base) const;
  // Whether the k-mer at `to` follows the one at `from`.
  bool follows(const GraphPlace& from, const GraphPlace& to) const;
  // The bases that k-mers add on the ways from one place to another (those of `to` included), of
  // ways of `least` to `most` k-mers. At most kMostWays, always the same ones; `complete` is false
  // if there are more.
  struct Ways {
    std::vector<std::string> bases;
    bool complete = true;
  };
  Ways ways(const GraphPlace& from, const GraphPlace& to, std::size_t least,
            std::size_t most) const;
  static constexpr std::size_t kMostWays = 16;

 private:
  struct Walk;
  void walk_on(Walk& walk, const GraphPlace& at) const;
  char base_behind(const GraphPlace& place) const;  // last base of its k-mer

  const UnitigGraph& graph_;
  KmerTable& table_;
};

}  // namespace kres::genome
