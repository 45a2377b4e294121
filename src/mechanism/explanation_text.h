// An explanation as plain text for a terminal.
#pragma once

#include <string>

#include "base/language.h"
#include "mechanism/explanation.h"

namespace kres::mechanism {

// Verdict, cases, statements with their class, next steps, what is absent; lines end with '\n'.
std::string to_text(const Explanation& explanation, Language language);

}  // namespace kres::mechanism
