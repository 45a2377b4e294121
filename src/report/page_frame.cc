// Letterhead on the first page, a running line on the others; draft and constructed data are said
// on all.
#include "report/page_frame.h"

#include <fmt/format.h>

#include "base/text.h"
#include "report/look.h"

namespace kres::report {
namespace {

constexpr double kLeft = 48, kRight = pdf::kA4Width - 48, kWidth = kRight - kLeft;
constexpr double kFootTop = pdf::kA4Height - 40;
constexpr double kStripGap = 4;

std::string reference_line(const AnswerDocument& answer, const AnswerTexts& texts) {
  return fmt::format("{} · {} {}", answer.identity.number,
                     texts.in(answer.identity.language, "version"), answer.identity.version);
}

std::string_view title_key(const AnswerDocument& answer) {
  return answer.identity.preliminary ? "title_preliminary" : "title";
}

std::string_view status_key(const AnswerIdentity& identity) {
  if (identity.status == AnswerStatus::draft) return "status_draft";
  if (identity.status == AnswerStatus::validated) return "status_validated";
  return identity.preliminary ? "status_preliminary" : "status_approved";
}

void draw(pdf::Canvas& canvas, const pdf::RichText& text, double x, double y, double width,
          pdf::Align align = pdf::Align::left) {
  const pdf::Tag tag(canvas, "P");
  canvas.draw(canvas.set(text, width, align), x, y);
}

double draw_letterhead(pdf::Canvas& canvas, const AnswerDocument& answer,
                       const AnswerTexts& texts) {
  const auto text = [&](std::string_view key) { return texts.in(answer.identity.language, key); };
  constexpr double kTop = 34, kNameLeft = kLeft + 74;
  draw(canvas, {{"K-res", {.size = 22, .weight = pdf::Weight::bold, .colour = look::kAccent}}},
       kLeft, kTop - 3, 74);
  draw(canvas,
       {{text("centre_name") + "\n",
         {.size = 8.4, .weight = pdf::Weight::semibold, .colour = look::kInk}},
        {text("centre_place"), look::kQuiet}},
       kNameLeft, kTop - 1, 172);
  {
    const pdf::Tag tag(canvas, "H1");
    const pdf::RichText title = {
        {text("title") + "\n",
         {.size = 12.5, .weight = pdf::Weight::semibold, .colour = look::kInk}}};
    canvas.draw(canvas.set(title, 180, pdf::Align::right), kRight - 180, kTop - 3);
  }
  const pdf::TextBlock reference =
      canvas.set({{reference_line(answer, texts) + "\n", look::kQuiet},
                  {text(status_key(answer.identity)),
                   {.size = 7.4, .weight = pdf::Weight::semibold, .colour = look::kAccent}}},
                 180, pdf::Align::right);
  {
    const pdf::Tag tag(canvas, "P");
    canvas.draw(reference, kRight - 180, kTop + 13);
  }
  const double bottom = kTop + 13 + reference.height() + 5;
  canvas.line(kLeft, bottom, kRight, bottom, look::kAccent, 1.2);
  return bottom + 8;
}

double draw_running_line(pdf::Canvas& canvas, const AnswerDocument& answer,
                         const AnswerTexts& texts) {
  constexpr double kTop = 32, kBottom = 46;
  draw(canvas, {{"K-res", {.size = 9.5, .weight = pdf::Weight::bold, .colour = look::kAccent}}},
       kLeft, kTop - 1.6, 60);
  std::string line =
      texts.in(answer.identity.language, title_key(answer)) + " " + reference_line(answer, texts);
  if (answer.genome && !answer.genome->species.empty()) line += " · " + answer.genome->species;
  const pdf::TextBlock block = canvas.set({{line, look::kQuiet}}, kWidth - 70, pdf::Align::right);
  {
    const pdf::Tag tag(canvas, "P");
    canvas.draw_lines(block, 0, 1, kLeft + 70, kTop);
  }
  canvas.line(kLeft, kBottom, kRight, kBottom, look::kAccent, 0.8);
  return kBottom + 8;
}

// A warning across the page; returns its bottom.
double draw_strip(pdf::Canvas& canvas, const std::string& headline, const std::string& text,
                  double top) {
  constexpr double kPadding = 4;
  const pdf::TextBlock block =
      canvas.set({{headline, {.size = 8.2, .weight = pdf::Weight::bold, .colour = look::kWarning}},
                  {"   " + text, {.size = 7.8, .colour = look::kWarning}}},
                 kWidth - 16);
  const pdf::Box box{kLeft, top, kWidth, block.height() + 2 * kPadding};
  canvas.fill(box, look::kWarningTint, 2);
  canvas.outline(box, look::kWarning, 0.6, 2);
  const pdf::Tag tag(canvas, "P");
  canvas.draw(block, kLeft + 8, top + kPadding);
  return top + box.height + kStripGap;
}

void draw_foot(pdf::Canvas& canvas, const AnswerDocument& answer, const AnswerTexts& texts,
               int page, int pages) {
  const auto text = [&](std::string_view key) { return texts.in(answer.identity.language, key); };
  canvas.line(kLeft, kFootTop, kRight, kFootTop, look::kRule, 0.5);
  draw(canvas, {{text("centre_name") + " (K-res)", look::kLabel}}, kLeft, kFootTop + 4, 350);
  std::string number = replace_all(text("page_of"), "{page}", std::to_string(page));
  number = replace_all(number, "{pages}", std::to_string(pages));
  draw(canvas, {{number, look::kLabel}}, kRight - 120, kFootTop + 4, 120, pdf::Align::right);
}

}  // namespace

double draw_page_frame(pdf::Canvas& canvas, const AnswerDocument& answer, const AnswerTexts& texts,
                       int page, int pages) {
  const auto text = [&](std::string_view key) { return texts.in(answer.identity.language, key); };
  draw_foot(canvas, answer, texts, page, pages);
  double top =
      page == 1 ? draw_letterhead(canvas, answer, texts) : draw_running_line(canvas, answer, texts);
  if (answer.identity.status == AnswerStatus::draft)
    top = draw_strip(canvas, text("draft_headline"), text("draft_text"), top);
  if (answer.identity.status == AnswerStatus::validated)
    top = draw_strip(canvas, text("draft_headline"), text("validated_text"), top);
  if (answer.identity.preliminary && page == 1)
    top = draw_strip(canvas, text("preliminary_headline"), text("preliminary_text"), top);
  if (answer.constructed)
    top = draw_strip(canvas, text("constructed_headline"), text("constructed_text"), top);
  return top + 4;
}

}  // namespace kres::report
