// Imports Kleborate's data folder: SHV family, porins and other targets, MLST scheme, species
// sketches.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/files.h"
#include "genome/reference/entry.h"
#include "genome/reference/identities.h"
#include "genome/reference/import_log.h"
#include "genome/reference/mlst_scheme.h"
#include "genome/reference/species_index.h"

namespace kres::genome {

// Which agents a Kleborate class of beta-lactamase acts on ("Bla_ESBL"), from data/bla_classes.tsv.
using BlaClasses = std::map<std::string, std::vector<std::string>>;
// Columns bla_class, agents (;-separated).
Result<BlaClasses> parse_bla_classes(std::string_view text, const std::string& name);

struct KleborateImport {
  std::string version;
  std::vector<std::string> files;
  std::vector<NewEntry> genes;      // SHV, OKP, LEN
  std::vector<NamedSequence> card;  // every sequence of CARD that the data folder holds
  std::vector<NewEntry> targets;    // ompK35, ompK36, mgrB, pmrB, gyrA, parC
  TypingScheme scheme;              // "klebsiella"
  std::uint32_t sketch_kmer_size = 0, sketch_seed = 0;
  std::vector<SpeciesSketch> sketches;
};

Result<KleborateImport> import_kleborate(const Path& folder, const BlaClasses& classes,
                                         ImportLog& log);

}  // namespace kres::genome
