// Says what a file is that was given as FASTA and is not.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::sequence {

// Requires: text does not start with a FASTA header. An error for a person: FASTQ, GenBank,
// binary data, another compression, or text before the first header.
Error not_fasta(std::string_view text, const std::string& name);

// Position of the first byte that no text file holds (a control character other than tab and line
// ends), or npos.
std::size_t first_binary_byte(std::string_view text);

}  // namespace kres::sequence
