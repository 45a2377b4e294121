// The tables of data/ that an explanation rests on, read from the source tree.
#pragma once

#include "base/error.h"
#include "mechanism/knowledge.h"

namespace kres::testing {

Result<mechanism::Knowledge> read_project_knowledge();

}  // namespace kres::testing
