// Reads the table that AMRFinderPlus prints, of any release, as rows under one set of names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::exchange {

// One line of the table. Fields that its release does not print, or prints as NA or -, are empty.
struct AmrFinderRow {
  std::string isolate;
  std::string symbol;   // of the element: "blaKPC-3", "ompK36_D135DGD"
  std::string locus;    // annotated gene of the genome, where a portal names it: "aacA4_2"
  std::string type;     // AMR | STRESS | VIRULENCE
  std::string subtype;  // AMR | POINT | POINT_DISRUPT ...
  std::string drug_class, subclass;
  std::string method;   // "ALLELEX", "PARTIAL_CONTIG_ENDX" ...
  std::string closest;  // name of the closest reference sequence
  std::string contig;
  std::uint64_t start = 0, end = 0;  // 1-based on the contig; 0: not told
  char strand = '+';
  std::optional<double> coverage, identity;  // per cent of the reference protein
  std::size_t line = 0;
};

struct AmrFinderTable {
  std::string name;  // of the file, for errors
  std::vector<AmrFinderRow> rows;
  bool names_isolates = false;  // there is a column for them; otherwise the file is of one genome
  bool tells_method = false;
  // Some row is a point mutation: the program was told the organism and looked for known changes.
  bool looked_for_mutations = false;
};

// Tab-separated. Columns are known by the names of releases 3 and 4 and of the public AMR portal
// (docs/formats/genotype.md); others are left out. Fails without a column for the element's symbol
// or class, on a row without a symbol, or on a number that is none.
Result<AmrFinderTable> read_amrfinder_table(std::string_view text, const std::string& name);

}  // namespace kres::exchange
