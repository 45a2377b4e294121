// Real genomes for tests: read, edited in memory, analysed by the program.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "genome/result/genome_result.h"
#include "sequence/assembly.h"

namespace kres::testing {

using Contigs = std::vector<sequence::ContigSequence>;

// Folder of shared public data beside the project, or what the environment variable names. Empty
// if there is none.
std::filesystem::path shared_folder(const char* variable, const std::string& inside);

// A genome of the shared cases; empty if it is absent.
Contigs case_genome(const std::string& name);

struct Edit {
  std::string name;  // names the file
  Contigs contigs;
};

// Analyses all in one run; a result per genome, in order. Empty if the program failed.
// `reference`: a reference set; empty: the default one.
std::vector<genome::GenomeResult> analyse_all(const std::vector<Edit>& genomes,
                                              const std::string& species,
                                              const std::filesystem::path& reference = {});

// A reference set with NCBI's genes and nucleotide targets, PlasmidFinder's replicons and the 23S
// references, built once for the program; empty if the releases are absent.
std::filesystem::path shared_set();
std::filesystem::path plasmidfinder_release();

// One line of blastn's table: start > end on the reverse strand, identity in per cent.
struct BlastHit {
  std::string query, contig;
  std::size_t start = 0, end = 0;              // on the contig
  std::size_t query_start = 0, query_end = 0;  // 1-based
  std::size_t query_length = 0, gaps = 0;
  double identity = 0;
  std::string query_bases, contig_bases;  // aligned, "-" in gaps
};
// Empty if blastn is absent.
std::vector<BlastHit> blastn(const std::filesystem::path& queries, const Contigs& contigs,
                             const std::vector<std::string>& options = {});

// Bases [start, end] of a contig, 1-based; the reverse complement on strand '-'.
std::string bases_of(const Contigs& contigs, const std::string& contig, std::size_t start,
                     std::size_t end, char strand = '+');
// The same bases replaced, by any number of others given in the direction of the strand.
void replace_bases(Contigs& contigs, const std::string& contig, std::size_t start, std::size_t end,
                   std::string bases, char strand = '+');

// Of a result: a target, null if it is not listed, and what is predicted for an agent ("WT"), empty
// if nothing is.
const genome::Target* target(const genome::GenomeResult& result, std::string_view gene);
std::string prediction(const genome::GenomeResult& result, std::string_view agent);

// Bases without likeness to any gene, the same on every machine.
std::string unlike_anything(std::size_t count, std::uint32_t seed = 2463534242U);

}  // namespace kres::testing
