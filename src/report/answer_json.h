// The answer as JSON (docs/formats/answer.md): schema-versioned, fixed key order, one line.
#pragma once

#include <string>

#include "report/answer_document.h"

namespace kres::report {

// Equal documents give equal bytes. Both languages of every text are written.
std::string answer_json(const AnswerDocument& document);

}  // namespace kres::report
