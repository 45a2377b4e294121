// Tables of an NCBI AMRFinderPlus release: the header row begins with '#', every line is ended.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/tsv.h"

namespace kres::genome {

// Fails on a missing column, a row of another width, and text that ends inside a line, as a
// truncated file does. Further columns are allowed; line numbers are those of the file.
Result<TsvTable> parse_ncbi_table(std::string_view text, const std::string& file,
                                  const std::vector<std::string>& columns);

}  // namespace kres::genome
