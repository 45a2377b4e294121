// What stands on every page of the answer: letterhead, warnings, page number.
#pragma once

#include "report/answer_document.h"
#include "report/answer_texts.h"
#include "report/pdf/canvas.h"

namespace kres::report {

// Draws it and returns the top of the content. `pages` is the number of pages of the whole answer.
double draw_page_frame(pdf::Canvas& canvas, const AnswerDocument& answer, const AnswerTexts& texts,
                       int page, int pages);

}  // namespace kres::report
