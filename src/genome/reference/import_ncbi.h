// Imports NCBI's AMRFinderPlus reference as published, in either file layout.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/files.h"
#include "genome/reference/entry.h"
#include "genome/reference/import_log.h"
#include "genome/reference/import_ncbi_proteins.h"

namespace kres::genome {

struct NcbiImport {
  std::string version;  // "2024-07-22.1"
  NcbiLayout layout = NcbiLayout::tsv;
  std::vector<std::string> files;  // all that were read
  std::vector<NewProtein> proteins;
  std::vector<NewEntry> genes;                // coding sequences
  std::vector<NewEntry> nucleotide_targets;   // ribosomal RNA, promoters
  std::map<std::string, std::string> tables;  // path in the set -> text: "ncbi/mutations.tsv"
};

// The layout is recognised by the files. A release without AMR_DNA-* files, or with_dna false,
// gives no nucleotide targets.
Result<NcbiImport> import_ncbi(const Path& folder, const NcbiKnowledge& knowledge, bool with_dna,
                               ImportLog& log);

// Only the nucleotide references and their mutations: for a release that has them beside a newer
// one that has not.
Result<NcbiImport> import_ncbi_dna(const Path& folder, const NcbiKnowledge& knowledge,
                                   ImportLog& log);

}  // namespace kres::genome
