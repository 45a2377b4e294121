// The compacted de Bruijn graph of reads: unitigs, their depth, and which may follow which.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "genome/reads/kmer_table.h"

namespace kres::genome {

// A unitig read in one direction: its number times two, plus one if read as reverse complement.
using Oriented = std::uint32_t;
inline constexpr Oriented turned(Oriented unitig) { return unitig ^ 1; }

struct Unitig {
  std::string bases;
  double coverage = 0;  // mean count of its k-mers
  bool alive = true;
  // What follows: read forward, read as reverse complement. Neighbours share k - 1 bases.
  std::array<std::vector<Oriented>, 2> next;
};

class UnitigGraph {
 public:
  // Of the k-mers that are counted at least `least` times.
  UnitigGraph(KmerTable& table, std::uint32_t least);

  int k() const { return k_; }
  std::size_t size() const { return unitigs_.size(); }
  const Unitig& operator[](std::size_t number) const { return unitigs_[number]; }
  const Unitig& of(Oriented unitig) const { return unitigs_[unitig >> 1]; }
  const std::vector<Oriented>& next(Oriented unitig) const {
    return unitigs_[unitig >> 1].next[unitig & 1];
  }
  const std::vector<Oriented>& before_turned(Oriented unitig) const { return next(turned(unitig)); }
  std::string bases(Oriented unitig) const;
  std::size_t kmers(Oriented unitig) const {
    return of(unitig).bases.size() + 1 - static_cast<std::size_t>(k_);
  }

  void remove(std::size_t number);
  void remove_edge(Oriented from, Oriented to);
  // Makes one unitig of neighbours that nothing else touches.
  void merge();
  // Gives each group a copy of the unitig of its own: what comes before it (as oriented) and what
  // follows. `shares` are the parts of the depth. Edges that no group names are gone.
  struct Group {
    std::vector<Oriented> before, behind;
    double share = 1;
  };
  void split(Oriented unitig, const std::vector<Group>& groups);

 private:
  void add_unitig(KmerTable& table, KmerSlot& seed, std::uint32_t least);
  void connect(KmerTable& table, std::uint32_t least);
  void add_edge(Oriented from, Oriented to);
  bool merge_from(Oriented unitig);

  int k_;
  std::vector<Unitig> unitigs_;
};

}  // namespace kres::genome
