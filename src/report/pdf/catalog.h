// Completes a finished PDF file's catalogue with what Cairo 1.16 cannot say.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::report::pdf {

// States the document's language and that viewers show its title (ISO 32000-1, 7.7.2 and 14.9.2).
// Requires: `language` is a BCP 47 tag. Fails (internal) if the catalogue is not the last object of
// the file, directly before a plain cross-reference table, as Cairo writes it.
Result<std::string> with_language(std::string file, std::string_view language);

}  // namespace kres::report::pdf
