// Prints the explanation, the work-up list and the negatives.
#include "base/text.h"
#include "report/look.h"
#include "report/pdf/table.h"
#include "report/sections.h"

namespace kres::report {
namespace {

constexpr double kFit = 92, kBullet = 12;
constexpr pdf::TableLook kOpen{.padding_x = 0, .padding_y = 1.8, .header = false, .rules = false};

// Lines with a hanging mark, as a list for readers of tagged PDF.
void print_list(Print& print, const std::vector<std::string>& items, const pdf::Style& style,
                bool numbered) {
  const pdf::Tag list(print.flow.canvas(), "L");
  int number = 0;
  for (const std::string& item : items) {
    const std::string mark = numbered ? std::to_string(++number) + "." : "\u2022";
    pdf::Flow& flow = print.flow;
    const pdf::TextBlock body = flow.canvas().set({{item, style}}, flow.width() - kBullet);
    flow.keep(body.height(0, 1));
    {
      const pdf::Tag tag(flow.canvas(), "Lbl");
      const pdf::TextBlock label = flow.canvas().set({{mark, style}}, kBullet);
      flow.canvas().draw(label, flow.left(), flow.y());
    }
    flow.paragraph({{item, style}}, flow.left() + kBullet, flow.width() - kBullet, "LBody");
    flow.advance(1.2);
  }
}

}  // namespace

void print_heading(Print& print, std::string_view key, double following) {
  print.flow.advance(print.flow.at_top() ? 0 : 10);
  const pdf::TextBlock heading =
      print.flow.canvas().set({{print.text(key), look::kHeading}}, print.flow.width());
  print.flow.keep(heading.height() + 3 + following);
  const pdf::Tag tag(print.flow.canvas(), "H2");
  print.flow.canvas().draw(heading, print.flow.left(), print.flow.y());
  print.flow.advance(heading.height() + 3);
}

void print_explanation(Print& print) {
  if (print.answer.explanation.empty()) return;
  pdf::Table table({{{}, kFit}, {{}, print.flow.width() - kFit}}, kOpen);
  for (const ExplanationItem& item : print.answer.explanation) {
    pdf::Style fit = look::kStrong;
    if (item.fit != "AGREE") fit.colour = look::kWarning;
    table.add({.cells = {{{{print.in(item.fit_name), fit}}},
                         {{{print.in(item.sentence), look::kBody}}}}});
  }
  print_heading(print, "explanation", table.first_rows_height(print.flow));
  table.draw(print.flow);
}

void print_work_up(Print& print) {
  if (print.answer.work_up.empty()) return;
  std::vector<std::string> items;
  for (const BilingualText& item : print.answer.work_up) items.push_back(print.in(item));
  print_heading(print, "work_up", 12);
  print_list(print, items, look::kBody, true);
}

void print_negatives(Print& print) {
  if (print.answer.negatives.empty()) return;
  std::vector<std::string> items;
  for (const NegativeFinding& negative : print.answer.negatives)
    items.push_back(print.in(negative.text));
  print_heading(print, "negatives", 12);
  print_list(print, items, look::kBody, false);
}

}  // namespace kres::report
