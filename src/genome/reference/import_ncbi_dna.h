// NCBI's nucleotide references (AMR_DNA-*): ribosomal RNA and promoters, and their mutations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "genome/reference/entry.h"
#include "genome/reference/import_log.h"
#include "genome/reference/import_ncbi_subclasses.h"

namespace kres::genome {

struct NcbiDnaMutation {
  std::string scope;              // taxgroup
  std::string reference;          // id of the entry: "ncbi:NC_000913.3@16S_rrsB:4166659-4168201"
  std::string gene;               // of the reference: "16S_rrsB"
  std::string symbol;             // "16S_A523C", "blaOXA-143_G-42A"
  long long position = 0;         // 1-based on the reference sequence, not the number in the symbol
  std::string wild_type, mutant;  // bases; mutant "del" for a deletion
  std::string drug_class, subclass;
  std::vector<std::string> agents;
};

// "NC_000913.3@16S_ribosomal_RNA@16S_rrsB:4166659-4168201"
struct NcbiDnaHeader {
  std::string accession, description, gene;
  std::size_t start = 0, stop = 0;
  std::string id() const;
};
Result<NcbiDnaHeader> parse_ncbi_dna_header(std::string_view text, const std::string& file,
                                            std::size_t line);

// References of one taxgroup; fails on one that is not as long as its header says.
Result<std::vector<NewEntry>> parse_ncbi_dna_references(std::string_view text,
                                                        const std::string& file, ImportLog& log);

// Mutations of one taxgroup. Fails where the reference is missing or the position lies outside;
// logs where the reference does not hold the wild-type bases.
Result<std::vector<NcbiDnaMutation>> parse_ncbi_dna_mutations(
    std::string_view text, const std::string& file, const std::string& scope,
    const std::vector<NewEntry>& references, const NcbiSubclasses& subclasses, ImportLog& log);

// The normalised table of a reference set (docs/formats/reference.md).
std::string dna_mutation_table(const std::vector<NcbiDnaMutation>& mutations);

}  // namespace kres::genome
