// One read as a FASTQ file gives it.
#pragma once

#include <string_view>

namespace kres::sequence {

struct FastqRecord {
  std::string_view name;       // the header without '@', up to the first white space
  std::string_view bases;      // as in the file: IUPAC codes and U, upper or lower case
  std::string_view qualities;  // as many, each '!' to '~' (Phred + 33)
};

}  // namespace kres::sequence
