// Imports typing schemes as PubMLST and BIGSdb publish them: one folder a scheme, with LOCUS.tfa,
// SCHEME.txt and database_version.txt.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "genome/reference/import_log.h"
#include "genome/reference/mlst_scheme.h"

namespace kres::genome {

struct PubMlstImport {
  std::string version;                // the newest of the schemes
  std::vector<std::string> files;     // read, relative to the folder
  std::vector<TypingScheme> schemes;  // ordered by name
};

// Every folder in `folder` is a scheme; loci are ordered as in its profile table. Fails on a folder
// without a profile table or without alleles, and as mlst_scheme.h says.
Result<PubMlstImport> import_pubmlst(const Path& folder, ImportLog& log);

}  // namespace kres::genome
