// FASTA records of reference releases: header as it stands, sequence in upper case, line of the
// header.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/error.h"

namespace kres::genome {

enum class Alphabet {
  nucleotides,  // IUPAC codes, U is read as T
  amino_acids,  // the 20, B J O U X Z, and '*' for a stop
};

struct FastaRecord {
  std::string header;  // without '>', untrimmed
  std::string sequence;
  std::size_t line = 0;
};

// Fails on text before the first header, an empty sequence, and letters that are not of the
// alphabet, naming file and line.
Result<std::vector<FastaRecord>> parse_fasta_records(std::string_view text, const std::string& name,
                                                     Alphabet alphabet = Alphabet::nucleotides);

// Records that a text holds, counted without reading them: what a tally must come to.
std::size_t count_fasta_headers(std::string_view text);

}  // namespace kres::genome
