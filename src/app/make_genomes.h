// Writes the seeded genome set that concordance is measured on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/files.h"

namespace kres::app {

struct MakeGenomes {
  std::vector<std::string> real;  // assemblies
  Path database;                  // ResFinder database whose genes are put in
  Path directory;
  std::uint64_t seed = 1;
  std::size_t count = 200;  // the real ones first, as they are; the rest made from them in turn
};

// NNN_NAME.fna for every genome, NNN_NAME.truth.tsv beside each made one.
Result<void> make_genomes(const MakeGenomes& options);

}  // namespace kres::app
