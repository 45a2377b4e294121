// Prints the answer twice: once to count its pages, once with "page x of y".
#include "report/answer_pdf.h"

#include "report/page_frame.h"
#include "report/sections.h"

namespace kres::report {
namespace {

struct Printed {
  Result<std::string> file;
  int pages = 1;
};

pdf::Metadata metadata(const AnswerDocument& answer, const AnswerTexts& texts) {
  const Language language = answer.identity.language;
  return {.title = texts.in(language, "title") + " " + answer.identity.number,
          .author = texts.in(language, "centre_name") + " (K-res)",
          .subject = answer.verdict.sentence.in(language),
          .language = language == Language::nb ? "nb-NO" : "en-GB",
          .created = answer.identity.created};
}

Printed print_answer(const AnswerDocument& answer, const AnswerTexts& texts, int pages) {
  pdf::Canvas canvas(metadata(answer, texts));
  int last_page = 1;
  {
    const pdf::Tag document(canvas, "Document");
    pdf::Flow flow(canvas, {}, [&](pdf::Canvas& page_canvas, int page) {
      return draw_page_frame(page_canvas, answer, texts, page, pages);
    });
    Print print{flow, answer, texts};
    for (const auto part : {print_amendment, print_request, print_verdict, print_susceptibility,
                            print_tests, print_findings, print_explanation, print_work_up,
                            print_negatives, print_limitations, print_basis, print_people})
      part(print);
    last_page = flow.page();
  }
  return {canvas.finish(), last_page};
}

}  // namespace

Result<std::string> answer_pdf(const AnswerDocument& document, const AnswerTexts& texts) {
  const Printed counted = print_answer(document, texts, 1);
  if (!counted.file || counted.pages == 1) return counted.file;
  return print_answer(document, texts, counted.pages).file;
}

}  // namespace kres::report
