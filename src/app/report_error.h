// Prints an error for a person (or as JSON) on stderr and gives its exit code.
#pragma once

#include "base/error.h"

namespace kres::app {

int report_error(const Error& error, bool as_json = false);

}  // namespace kres::app
