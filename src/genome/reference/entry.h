// Reference entries: the sequences that genomes are searched for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kres::genome {

// Position of an entry in its index.
using EntryId = std::uint32_t;

enum class EntryKind : std::uint8_t {
  gene,    // acquired or intrinsic resistance gene
  target,  // chromosomal gene whose loss or change matters
  allele,  // MLST allele
  replicon,
  nucleotide_target,  // ribosomal RNA or promoter: single bases matter, nothing is translated
};

// How an entry reads as a coding sequence in frame 1, genetic code 11.
enum class Coding : std::uint8_t {
  complete,  // start codon, no inner stop, stop codon at the end
  open,      // no inner stop, but start or stop codon is missing
  none,      // not a multiple of three, or a stop inside: function cannot be assessed
};

// An entry on its way into the index.
struct NewEntry {
  std::string id;    // unique: "resfinder:blaKPC-2_1_AY034847"
  std::string name;  // what a result shows: "blaKPC-2"; for alleles the number
  std::string gene;  // family or gene: "blaKPC"; for targets and alleles the locus
  EntryKind kind = EntryKind::gene;
  std::string sequence;  // upper case, A C G T and IUPAC codes
  std::string drug_class;
  std::vector<std::string> agents;   // our names, sorted
  std::string critical_family;       // see Determinant
  std::vector<std::string> aliases;  // other ids of the same sequence
  // False for a gene that need not be searched for where it resembles a searched one: it is then
  // only looked up at loci that others find, as MLST alleles are.
  bool always_searched = true;
};

enum class ProteinKind : std::uint8_t {
  gene,    // acquired or intrinsic resistance gene
  target,  // chromosomal protein whose change or loss matters, the wild type
};

// A protein of a reference release, to be found in translation (genome/protein).
struct NewProtein {
  std::string id;    // unique: "ncbi:WP_000027057.1"
  std::string name;  // what an exact match is called: "blaTEM-1"; the gene's symbol if the release
                     // names no allele
  std::string gene;  // symbol of family or gene: "blaTEM", "gyrA"
  std::string family;  // node of the release's hierarchy
  ProteinKind kind = ProteinKind::gene;
  std::vector<std::string> scopes;  // targets: groups of organisms, "Klebsiella_pneumoniae"
  std::string sequence;             // amino acids without the stop, upper case
  std::string drug_class;
  std::vector<std::string> agents;  // our names, sorted
  std::string critical_family;      // see Determinant
  std::vector<std::string> aliases;
  // Least identity and coverage (per cent of the protein) of a whole and of a partial member, as
  // the release curates them for the family.
  double complete_identity = 90, complete_coverage = 90;
  double partial_identity = 90, partial_coverage = 50;
};

Coding coding_of(const std::string& sequence);

// The protein before the first stop, genetic code 11; a start codon in first place is read as M.
std::string protein_of(std::string_view coding_sequence);

}  // namespace kres::genome
