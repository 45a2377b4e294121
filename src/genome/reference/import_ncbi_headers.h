// FASTA headers of NCBI's AMRFinderPlus reference, in both file layouts.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::genome {

enum class NcbiLayout {
  tab,  // until 2024: AMRProt, AMR_CDS, *.tab; headers begin with a GI number
  tsv,  // since 2025: AMRProt.fa, AMR_CDS.fa, *.tsv
};

// One part of a fused protein, or the whole (part 1 of 1).
struct NcbiProteinHeader {
  std::string accession;  // "WP_000027057.1"
  int part = 1, parts = 1;
  std::string node;       // allele ("blaTEM-1") or node of the hierarchy
  std::string family;     // node of the hierarchy above the allele, or the same; a gene for targets
  std::string mechanism;  // "hydrolase", "mutation", "susceptible", empty
  int reportable = 0;     // 2 core, 1 plus, 0 not reported
  std::string subclass, drug_class;  // as written, "/" between several
  std::string product;
  std::string mutant_of;  // symbol of the change ("mgrB_W47R") if the sequence carries it
};

// accession|part|parts|node|family|mechanism|reportable|subclass|class|product, after GI| in the
// tab layout. The accession of a mutant form is accession:position:symbol.
Result<NcbiProteinHeader> parse_ncbi_protein_header(std::string_view header, NcbiLayout layout,
                                                    const std::string& file, std::size_t line);

struct NcbiCdsHeader {
  std::string protein_accession, accession;
  int part = 1, parts = 1;
  std::string node, family, product;
  std::size_t start = 0, stop = 0;  // on the accession, 1-based; start > stop on the other strand

  std::size_t length() const { return (start < stop ? stop - start : start - stop) + 1; }
};

// protein|accession|part|parts|node|family|product accession:start-stop, after GI| in the tab
// layout.
Result<NcbiCdsHeader> parse_ncbi_cds_header(std::string_view header, NcbiLayout layout,
                                            const std::string& file, std::size_t line);

}  // namespace kres::genome
