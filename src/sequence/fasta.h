// Parses FASTA text into contigs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "sequence/contig.h"

namespace kres::sequence {

struct FastaContent {
  std::vector<ContigSequence> contigs;  // at least one, names are unique
  std::uint64_t ambiguous_bases = 0;    // IUPAC codes other than N that became N
};

// `name` names the file in errors. What is accepted and refused is the contract of
// parse_assembly() in sequence/assembly.h.
Result<FastaContent> parse_fasta(std::string_view text, const std::string& name,
                                 const AssemblyLimits& limits);

}  // namespace kres::sequence
