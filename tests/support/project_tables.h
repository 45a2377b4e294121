// The tables of data/ that interpretations and explanations rest on, read from the source tree.
#pragma once

#include <string>

#include "base/error.h"
#include "mechanism/knowledge.h"
#include "susceptibility/interpret.h"

namespace kres::testing {

// By its path below data/.
Result<std::string> project_text(const std::string& path);
Result<mechanism::Knowledge> read_project_knowledge();
// Of one breakpoint version, "breakpoints/eucast_v16.0.tsv".
Result<susceptibility::Standard> read_project_standard(
    const std::string& breakpoints = "breakpoints/eucast_v16.0.tsv");

}  // namespace kres::testing
