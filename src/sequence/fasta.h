// Parses FASTA text into the contigs of an assembly.
#pragma once

#include <string_view>

#include "base/error.h"
#include "sequence/assembly.h"

namespace kres::sequence {

// Fills contigs and ambiguous_bases; assembly.path names the file in errors. The contract on what
// is accepted and refused is that of parse_assembly().
Result<void> parse_fasta(std::string_view text, const AssemblyLimits& limits, Assembly& assembly);

}  // namespace kres::sequence
