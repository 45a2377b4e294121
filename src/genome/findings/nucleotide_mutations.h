// The tables of single bases that matter: ribosomal RNA and promoters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::genome {

struct NucleotideMutation {
  std::string scope;                 // group of organisms, "Enterococcus_faecium"
  std::string reference;             // entry
  std::string gene;                  // "23S", "ampC"
  std::string place;                 // what the release calls the place: "blaTEMp", "ampC", "23S"
  std::string change;                // as the source writes it, without the gene: "G2576T", "T-32A"
  std::uint32_t position = 0;        // 0-based, on the entry
  std::uint32_t ecoli_position = 0;  // ribosomal RNA: as the source numbers it, 0 if it does not
  bool resists = true;               // false: seen in laboratory strains of other genera only
  std::string wild_type, mutant;  // bases; a longer mutant is an insertion, an empty one a deletion
  std::string drug_class;
  std::vector<std::string> agents;
};

// Columns scope, reference, gene, symbol, position, wild_type, mutant, class, subclass, agents.
Result<std::vector<NucleotideMutation>> parse_nucleotide_mutations(std::string_view text,
                                                                   const std::string& name);

// Columns scope, reference, position, ecoli_position, wild_type, mutants (one base each), agents,
// evidence (established | associated | experimental).
Result<std::vector<NucleotideMutation>> parse_ribosomal_positions(std::string_view text,
                                                                  const std::string& name);

// Both lists as one: where `positions` speaks about the 23S rRNA of a group of organisms, with its
// one numbering, the 23S rows of `mutations` for that group are left out.
std::vector<NucleotideMutation> joined(std::vector<NucleotideMutation> mutations,
                                       std::vector<NucleotideMutation> positions);

// How many copies of the ribosomal RNA a species has; 0 where it is not known.
struct RibosomalCopies {
  std::uint32_t fewest = 0, most = 0;
};

class RibosomalCopyTable {
 public:
  // Columns species (pattern, first match wins), fewest, most, source.
  static Result<RibosomalCopyTable> parse(std::string_view text, const std::string& name);
  RibosomalCopies of(std::string_view species) const;

 private:
  struct Row {
    std::string species;
    RibosomalCopies copies;
  };
  std::vector<Row> rows_;
};

}  // namespace kres::genome
