// Where the project's tables are read from: compiled into the program, or files of the source tree.
#pragma once

#include <functional>
#include <string>

#include "base/error.h"

namespace kres {

// Gives the text of a table by its path below data/, "rules/phenotype.tsv".
using TableSource = std::function<Result<std::string>(const std::string& path)>;

}  // namespace kres
