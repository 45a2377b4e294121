// Imports 23S rRNA references: a gene per species, its positions in E. coli numbering, and the
// positions where changes give resistance.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "genome/reference/entry.h"
#include "genome/reference/import_log.h"

namespace kres::genome {

// Position on a species' 23S rRNA for each position of E. coli's, 1-based; 0 where it has none.
using RrnaNumbering = std::vector<std::uint32_t>;

// *_position_map.tsv: columns ecoli_position, species_position ("." for none), species_base,
// ecoli_base. Fails unless E. coli positions run from 1 without a gap and species positions ascend
// and hold their base.
Result<RrnaNumbering> parse_rrna_map(std::string_view text, const std::string& file,
                                     std::string_view sequence);

struct RrnaPosition {
  std::uint32_t position = 0, ecoli_position = 0;  // 1-based
  char wild_type = 'N';                            // of the species
  std::string mutants;                             // bases that give resistance: "ACG"
  std::vector<std::string> agents;
  std::string evidence;  // established, associated, experimental
};

// *_lzd_positions.bed: chrom, start (0-based), end, name, ref_base, resistance_bases, drug,
// evidence_tier. A resistance base that the species itself has is left out and logged.
Result<std::vector<RrnaPosition>> parse_rrna_positions(std::string_view text,
                                                       const std::string& file,
                                                       std::string_view sequence,
                                                       const RrnaNumbering& numbering,
                                                       ImportLog& log);

// loci.json: copies of the gene in each species' genomes ("rrn_copy_number"), and the version.
struct RrnaLoci {
  std::string version;
  std::map<std::string, int> copies;  // by species: "Enterococcus_faecium"
};
Result<RrnaLoci> parse_rrna_loci(std::string_view text, const std::string& file);

struct RrnaImport {
  std::string version;
  std::vector<std::string> files;
  std::vector<NewEntry> references;           // ids "rrna23s:Enterococcus_faecium_23S"
  std::map<std::string, std::string> tables;  // path in the set -> text: "rrna23s/positions.tsv"
};
Result<RrnaImport> import_rrna23s(const Path& folder, ImportLog& log);

}  // namespace kres::genome
