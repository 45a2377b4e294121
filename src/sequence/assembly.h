// An assembled genome read from FASTA or GFA: plain, gzip, bgzip, xz or zstd, all told by the
// content.
//
// Any line width, lower case, CRLF, blank lines, a missing final newline and a UTF-8 byte order
// mark are accepted. U is read as T, every IUPAC code other than A, C, G, T and N as N.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "sequence/contig.h"

namespace kres::sequence {

struct Assembly {
  std::string path;                     // as given
  std::string sha256;                   // of the file as given (compressed if it was)
  std::vector<ContigSequence> contigs;  // at least one, names are unique
  std::uint64_t ambiguous_bases = 0;    // IUPAC codes other than N that became N
};

// Both fail with bad_input, naming the file and the line or byte, on: an empty file, damaged or
// truncated compression, FASTQ and other formats, binary data, text before the first header, a
// header without a name or a sequence, repeated names, letters that are not nucleotide codes, and
// on sequence that looks like protein; with too_large above a limit.
Result<Assembly> read_assembly(const Path& path, const AssemblyLimits& limits = {});
// `bytes` is the file as given, compressed or not; `name` is used as its path.
Result<Assembly> parse_assembly(std::string_view bytes, std::string name,
                                const AssemblyLimits& limits = {});

// The file as it is, for parse_assembly(); too_large before more than a file may hold is read.
Result<std::string> read_assembly_file(const Path& path, const AssemblyLimits& limits = {});

}  // namespace kres::sequence
