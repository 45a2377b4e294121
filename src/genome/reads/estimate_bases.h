// How many bases files of reads hold, told from their beginnings.
#pragma once

#include <cstdint>
#include <vector>

#include "base/files.h"

namespace kres::genome {

// From the bases at the beginning of each file's text and the bytes of the file that they
// took, compressed or not; within some per cent of the truth where the rest of a file is like its
// beginning. Nothing is told of a file that cannot be read: whoever reads it says why.
std::uint64_t estimate_bases(const std::vector<Path>& files);

}  // namespace kres::genome
