// Real genomes of the test machine, and what can be made of them: strains, fragments, mixtures.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sequence/contig.h"

namespace kres::testing {

using Contigs = std::vector<sequence::ContigSequence>;

struct RealGenome {
  std::string name;     // "HS11286"
  std::string species;  // by its record
  std::filesystem::path file;
  std::vector<std::string> schemes;  // of its species
};

// Public releases and cases lie beside the source tree where the project is developed.
std::filesystem::path shared_folder(const std::string& name);  // "reference/pubmlst"
// Four of Debian's kleborate-examples and six of shared/cases/genomes; empty if one is missing.
std::vector<RealGenome> real_genomes();
const RealGenome& genome_named(const std::string& name);
Contigs read_genome(const RealGenome& genome);

// Every base changes to another one with the chance; the same on every machine.
Contigs mutated(Contigs contigs, double chance, unsigned seed);
// Cut into pieces of the length, as an assembler leaves them; names get a number.
Contigs fragmented(const Contigs& contigs, std::size_t length);
// `host` and pieces of the longest contig of `guest`, which then are `percent` of all bases.
Contigs mixture(const Contigs& host, const Contigs& guest, double percent, std::size_t piece);

std::string fasta(const Contigs& contigs);

}  // namespace kres::testing
