// Everything the releases give to one reference set, collected source by source.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "genome/reference/entry.h"
#include "genome/reference/identities.h"
#include "genome/reference/import_log.h"
#include "genome/reference/mlst_scheme.h"
#include "genome/reference/reference_set.h"
#include "genome/reference/species_index.h"

namespace kres::genome {

struct Imported {
  std::vector<Source> sources;
  std::vector<NewEntry> genes;  // one per sequence: join_genes()
  std::vector<NewEntry> targets, replicons, nucleotide_targets;
  std::vector<TypingScheme> schemes;  // ordered by name
  std::vector<NewProtein> proteins;
  std::uint32_t sketch_kmer_size = 0, sketch_seed = 0;
  std::vector<SpeciesSketch> sketches;
  std::map<std::string, std::string> files;  // path in the set -> text: "ncbi/mutations.tsv"

  Identities identities;

  void add_nucleotide_targets(std::vector<NewEntry> more);
};

// Genes of a further source join those that are there: an equal sequence becomes an alias of the
// first, a sequence repeated within `more` is noted and kept once.
void join_genes(std::vector<NewEntry>& genes, std::vector<NewEntry> more, const std::string& source,
                ImportLog& log);

}  // namespace kres::genome
