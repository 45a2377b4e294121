// The curated table of species: complex, typing scheme, expected size and GC.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::genome {

struct SpeciesRow {
  std::string pattern;  // glob on the species' name
  std::string complex, group;
  std::vector<std::string> includes;  // names that are the same species by their genomes
  std::vector<std::string>
      close;  // species near 95 % ANI: without a sketch of them, low confidence
  double length_min = 0, length_max = 0;  // megabases
  double gc_min = 0, gc_max = 0;          // per cent
};

class SpeciesTable {
 public:
  // Columns name, complex, length_min, length_max, gc_min, gc_max, group; optional includes, close
  // (;-separated).
  static Result<SpeciesTable> parse(std::string_view text, const std::string& name);
  const SpeciesRow* find(std::string_view species) const;  // first match, or nullptr

 private:
  std::vector<SpeciesRow> rows_;
};

// False for what a genus holds besides its named species: "Klebsiella sp.".
bool is_named_species(std::string_view species);

// "Klebsiella" of "Klebsiella pneumoniae".
std::string genus_of(std::string_view species);

}  // namespace kres::genome
