// The analysis of what was delivered of an isolate: an assembly, or reads.
#pragma once

#include <vector>

#include "app/analyser.h"
#include "workflow/examine.h"

namespace kres::app {

// Requires: the files are one whole delivery (laboratory/isolate_file.h), by lane and role.
Result<genome::GenomeResult> analyse_delivery(const Analyser& analyser,
                                              const std::vector<workflow::InputFile>& files,
                                              const workflow::ProgressHook& progress);

}  // namespace kres::app
