// Where the program looks for reference sets.
#pragma once

#include <string>

#include "base/files.h"

namespace kres::app {

// `given` (--reference) if not empty, else KRES_REFERENCE, else "reference" beside the folder of
// the program, which is where `make reference` puts it.
Path reference_root(const std::string& given);

}  // namespace kres::app
