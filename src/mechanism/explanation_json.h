// The JSON form of an explanation, both ways.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/language.h"
#include "mechanism/explanation.h"

namespace kres::mechanism {

// One line without a final newline; both languages are inside. Key order is fixed.
std::string to_json(const Explanation& explanation);
// Errors name `name`: not JSON, another schema_version, a missing or ill-typed field.
Result<Explanation> explanation_from_json(std::string_view text, const std::string& name);

// Every {"nb": ..., "en": ...} of the document is replaced by the text of one language; the shape
// that pages and the HTTP interface show.
std::string to_json(const Explanation& explanation, Language language);

}  // namespace kres::mechanism
