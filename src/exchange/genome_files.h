// The genome files that a row of a referral sheet names: found, opened, checked.
#pragma once

#include <vector>

#include "base/tsv.h"
#include "exchange/referral_batch.h"

namespace kres::exchange {

// What is wrong is added to `messages`. Files lie beside or below the sheet's folder; a cell names
// the lanes of a library with "|" between them.
std::vector<GenomeFile> read_genome_files(const Path& folder, const TsvRow& row,
                                          const std::string& sheet,
                                          std::vector<RowMessage>& messages);

// `bad_input` unless the file can be what it is said to be: an assembly is parsed whole, of reads
// the beginning. `name` is what the error calls it. The digest of its bytes.
Result<std::string> check_genome_file(const Path& file, laboratory::FileRole role,
                                      const std::string& name);

}  // namespace kres::exchange
