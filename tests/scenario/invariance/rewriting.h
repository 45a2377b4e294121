// Other ways to write down the same genome, and where a base of the rewritten one was before.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sequence/contig.h"

namespace kres::testing {

using Contigs = std::vector<sequence::ContigSequence>;

// Where a contig came from.
struct Origin {
  std::uint64_t length = 0;
  std::uint64_t rotated_by = 0;  // bases of the original before the first base now
  bool reversed = false;         // after the rotation
};

struct Rewritten {
  std::string name;  // of the way it was rewritten
  Contigs contigs;
  std::map<std::string, Origin> origins;  // by contig

  // Position (1-based) on the contig as it was given.
  std::uint64_t original(const std::string& contig, std::uint64_t position) const;
  char original_strand(const std::string& contig, char strand) const;
};

Rewritten unchanged(const Contigs& contigs, std::string name);
// Every circular contig starts `offsets[contig]` bases later; contigs without an offset stay.
Rewritten rotated(const Contigs& contigs, std::string name,
                  const std::map<std::string, std::uint64_t>& offsets);
Rewritten reverse_complemented(const Contigs& contigs);
Rewritten reordered(const Contigs& contigs);

// An offset for every circular contig, the same for a seed on every machine.
std::map<std::string, std::uint64_t> seeded_offsets(const Contigs& contigs, std::uint32_t seed);

std::string as_fasta(const Contigs& contigs, std::size_t line_width, const char* line_end = "\n");
// Circular contigs have a link from their end to their start.
std::string as_gfa(const Contigs& contigs);

}  // namespace kres::testing
