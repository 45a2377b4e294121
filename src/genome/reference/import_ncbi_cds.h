// NCBI's reference coding sequences of resistance genes (AMR_CDS).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "genome/reference/import_ncbi_proteins.h"

namespace kres::genome {

// Text of AMR_CDS | AMR_CDS.fa, ordered by id. Only sequences whose protein is a gene in `proteins`
// are kept; they take its name and annotation. Fails on a sequence that is not as long as its
// header says, and on a locus that stands twice.
Result<std::vector<NewEntry>> parse_ncbi_cds(std::string_view text, const std::string& file,
                                             NcbiLayout layout,
                                             const std::vector<NewProtein>& proteins,
                                             ImportLog& log);

}  // namespace kres::genome
