// Reads Mash's sketch files (.msh).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/files.h"

namespace kres::genome {

struct Sketch {
  std::string name;                 // as in the file, "Klebsiella_pneumoniae/GCF_000240185.fna.gz"
  std::uint64_t genome_length = 0;  // bases
  std::vector<std::uint64_t> hashes;  // smallest MurmurHash3 values of canonical k-mers, ascending
};

struct SketchCollection {
  std::uint32_t kmer_size = 0;
  std::uint32_t sketch_size = 0;
  std::uint32_t seed = 42;
  std::vector<Sketch> sketches;
};

// Fails on anything that is not a sketch file with 64-bit hashes of canonical nucleotide k-mers.
Result<SketchCollection> read_mash_sketches(const Path& path);

}  // namespace kres::genome
