// The answer as a PDF: A4, tagged, in the language of the answer.
#pragma once

#include <string>

#include "base/error.h"
#include "report/answer_document.h"
#include "report/answer_texts.h"

namespace kres::report {

// Equal documents give equal bytes on machines with the same fonts and libraries. Any text of the
// document is shown as it is: markup is not interpreted, control characters are replaced.
// Fails (environment) only if the drawing library does.
Result<std::string> answer_pdf(const AnswerDocument& document, const AnswerTexts& texts);

}  // namespace kres::report
