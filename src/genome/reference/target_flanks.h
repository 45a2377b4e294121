// The curated table of bases beside target genes, and the reference entries made of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "genome/reference/entry.h"

namespace kres::genome {

struct TargetFlank {
  std::string scope;           // pattern on species or complex
  std::string gene;            // "mgrB"; for other genes the start of the symbol: "blaOXA"
  bool upstream = false;       // otherwise downstream
  std::uint32_t distance = 0;  // bases between the flank and the start or stop codon
  std::string bases;           // in the direction of the gene

  std::string id() const;  // of the entry: "kres:flank:mgrB:upstream"
};

// Fails on a flank outside 100 to 300 bases, on a base other than A, C, G, T, and on a gene that
// has two flanks on one side.
Result<std::vector<TargetFlank>> parse_target_flanks(std::string_view text,
                                                     const std::string& name);

// Of kind nucleotide_target.
std::vector<NewEntry> flank_entries(const std::vector<TargetFlank>& flanks);

}  // namespace kres::genome
