// Says what a file is that was given as FASTA or FASTQ and is not.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::sequence {

// Requires: text does not start with a FASTA header. An error for a person: FASTQ, GenBank,
// binary data, another compression, or text before the first header.
Error not_fasta(std::string_view text, const std::string& name);

// Requires: text does not start with a FASTQ record. The same of a file that was given as FASTQ.
Error not_fastq(std::string_view text, const std::string& name);

// Whether text that starts with '@' is SAM: its header lines do too.
bool is_sam(std::string_view text);

// Position of the first byte that no text file holds (a control character other than tab and line
// ends), or npos.
std::size_t first_binary_byte(std::string_view text);

}  // namespace kres::sequence
