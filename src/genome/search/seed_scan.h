// Finds stretches of a contig that share seeds with reference entries, in one pass over the contig.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "genome/reference/sequence_index.h"
#include "genome/search/seed_candidates.h"

namespace kres::genome {

// Seeds of one entry on one diagonal. Contig positions are 0-based, half-open, on the forward
// strand; on the reverse strand the entry is meant as its reverse complement, so positions grow
// together on both strands.
struct Segment {
  EntryId entry = 0;
  bool reverse = false;
  std::int64_t diagonal = 0;  // contig position minus entry position
  std::uint32_t contig_start = 0, contig_end = 0;
  std::uint32_t seeds = 0;

  std::int64_t entry_start() const { return contig_start - diagonal; }
  std::int64_t entry_end() const { return contig_end - diagonal; }
};

class SeedScanner {
 public:
  explicit SeedScanner(const SequenceIndex& index);
  // Segments ordered by entry, strand and contig start.
  std::vector<Segment> scan(std::string_view contig);

 private:
  // Neighbouring k-mers of the contig, from `position` on, that follow a stretch.
  struct Run {
    SeedHit hit;
    std::uint32_t position = 0, kmers = 0;
  };
  Run follow(const SeedHit& hit, std::uint32_t position, std::string_view contig) const;
  void add_run(const Run& run);
  void add(const Run& run, const StretchPlace& place);
  void close_all();

  const SequenceIndex& index_;
  std::vector<std::uint32_t> slots_;  // of each entry and strand: 1 + number of its open segment
  std::vector<Segment> open_, done_;
  std::vector<SeedCandidate> candidates_;
};

}  // namespace kres::genome
