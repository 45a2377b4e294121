// Genomes that stand for a species: sketched as the other sketches of a set are, and checked
// against them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/files.h"
#include "genome/reference/import_log.h"
#include "genome/reference/reference_set.h"
#include "genome/reference/species_index.h"
#include "sequence/assembly.h"

namespace kres::genome {

struct SketchParameters {
  std::uint32_t kmer_size = 21, seed = 42;
  std::size_t sketch_size = 1000;  // hashes of a sketch
};

// The sketch's reference is the name of the genome's file without endings.
SpeciesSketch sketch_genome(const std::string& species, const sequence::Assembly& genome,
                            const SketchParameters& parameters);

// What speaks against a genome as a reference of its species; empty if nothing does. Containment
// ANI is taken over the hashes that both sketches cover.
struct SketchDoubt {
  bool refused = false;  // no reason of a person's makes up for it: too short, there already
  std::string text;      // "its best match is Klebsiella variicola (ANI 99.2 %), ..."
};
SketchDoubt doubt_sketch(const SpeciesSketch& sketch, std::uint64_t genome_length,
                         const std::vector<SpeciesSketch>& known);

struct SpeciesGenome {
  std::string species;  // "Pseudomonas aeruginosa"
  Path file;
  std::string note;  // why it stands although its best match is another species; empty: it must not
};

// Columns species, file (relative to the table) and, optional, note.
Result<std::vector<SpeciesGenome>> parse_species_genomes(std::string_view text, const Path& table);

// Sketches of the genomes, in order, each checked against `known` and those before it. Fails on a
// name that is not "Genus species", on a refused genome, and on a doubtful one without a note.
Result<std::vector<SpeciesSketch>> sketch_species(const std::vector<SpeciesGenome>& genomes,
                                                  const std::vector<SpeciesSketch>& known,
                                                  const SketchParameters& parameters,
                                                  ImportLog& log);

// The genomes as a source of a manifest, with their notes.
Result<Source> describe_genomes(const std::vector<SpeciesGenome>& genomes);

}  // namespace kres::genome
