// One contig of an assembly, and how large an assembly may be.
#pragma once

#include <cstdint>
#include <string>

namespace kres::sequence {

struct ContigSequence {
  std::string name;         // the header up to the first white space
  std::string description;  // the rest of the header; bytes that are not UTF-8 become '?'
  std::string bases;        // A C G T N, upper case, not empty
  // The header says circular=true, circular=yes or topology=circular; or "complete genome" or
  // "complete sequence" (how NCBI names finished replicons) and no linear topology.
  bool circular = false;
};

struct AssemblyLimits {
  std::uint64_t content_bytes = 2'000'000'000;  // decompressed file
  std::uint64_t bases = 200'000'000;
  std::uint64_t contigs = 1'000'000;
};

}  // namespace kres::sequence
