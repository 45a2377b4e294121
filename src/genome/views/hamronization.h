// The hAMRonization view of a result (docs/formats/hamronization.md): one record per finding, for
// programs that compare tools.
#pragma once

#include <string>
#include <vector>

#include "genome/result/genome_result.h"

namespace kres::genome {

// A database of the reference set, as its manifest names it.
struct ReferenceSource {
  std::string name, version;
};

// Findings that are broken are left out: the format says "gene presence", which others read as
// resistance. Findings that are not assessable say so in predicted_phenotype.
std::string hamronization_header();  // of the TSV form
std::string hamronization_tsv(const GenomeResult& result,
                              const std::vector<ReferenceSource>& sources);
// One JSON object a line; fields without a value are left out.
std::string hamronization_json(const GenomeResult& result,
                               const std::vector<ReferenceSource>& sources);

}  // namespace kres::genome
