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
};

Coding coding_of(const std::string& sequence);

// The protein before the first stop, genetic code 11; a start codon in first place is read as M.
std::string protein_of(std::string_view coding_sequence);

}  // namespace kres::genome
