// Prints the explanation, the work-up list and the negatives.
#include "base/text.h"
#include "report/look.h"
#include "report/pdf/table.h"
#include "report/sections.h"

namespace kres::report {
namespace {

constexpr double kFit = 66, kMark = 13;
constexpr pdf::TableLook kOpen{.padding_x = 0, .padding_y = 1.2, .header = false, .rules = false};

// Numbered lines, as a list for readers of tagged PDF.
void print_numbered(Print& print, const std::vector<std::string>& items) {
  pdf::Flow& flow = print.flow;
  const pdf::Tag list(flow.canvas(), "L");
  int number = 0;
  for (const std::string& item : items) {
    flow.keep(flow.canvas().set({{item, look::kBody}}, flow.width() - kMark).height());
    {
      const pdf::Tag tag(flow.canvas(), "Lbl");
      const std::string mark = std::to_string(++number) + ".";
      flow.canvas().draw(flow.canvas().set({{mark, look::kBody}}, kMark), flow.left(), flow.y());
    }
    flow.paragraph({{item, look::kBody}}, flow.left() + kMark, flow.width() - kMark, "LBody");
    flow.advance(1.2);
  }
}

// Signs as they are printed elsewhere on the page.
std::string with_signs(const std::string& text) {
  return replace_all(replace_all(text, "<=", "≤"), ">=", "≥");
}

// Quiet texts in two columns, read from left to right.
void print_halves(Print& print, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  constexpr double kGap = 12;
  const double half = print.flow.width() / 2;
  pdf::Table table({{.header = {}, .width = half, .gap = kGap}, {.header = {}, .width = half}},
                   kOpen);
  for (std::size_t i = 0; i < texts.size(); i += 2) {
    pdf::Row row;
    for (std::size_t j = i; j < i + 2; ++j)
      row.cells.push_back(j < texts.size() ? pdf::Cell{{{texts[j], look::kQuiet}}} : pdf::Cell{});
    table.add(std::move(row));
  }
  print_heading(print, key, table.first_rows_height(print.flow));
  table.draw(print.flow);
}

}  // namespace

void print_heading(Print& print, std::string_view key, double following) {
  print.flow.advance(print.flow.at_top() ? 0 : 9);
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
    pdf::Style fit{.size = 7.6, .weight = pdf::Weight::semibold, .colour = look::kInk};
    if (item.fit != "AGREE") fit.colour = look::kWarning;
    table.add({.cells = {{{{print.in(item.fit_name), fit}}},
                         {{{with_signs(print.in(item.sentence)), look::kBody}}}}});
  }
  print_heading(print, "explanation", table.first_rows_height(print.flow));
  table.draw(print.flow);
  if (print.in(print.answer.context).empty()) return;
  print.flow.advance(2);
  print.flow.paragraph({{print.in(print.answer.context), look::kBody}});
}

void print_work_up(Print& print) {
  if (print.answer.work_up.empty()) return;
  std::vector<std::string> items;
  for (const BilingualText& item : print.answer.work_up) items.push_back(print.in(item));
  print_heading(print, "work_up", 12);
  print_numbered(print, items);
}

void print_negatives(Print& print) {
  std::vector<std::string> texts;
  for (const auto& negative : print.answer.negatives) texts.push_back(print.in(negative.text));
  print_halves(print, "negatives", texts);
}

void print_limitations(Print& print) {
  std::vector<std::string> texts;
  for (const BilingualText& limitation : print.answer.limitations)
    texts.push_back(with_signs(print.in(limitation)));
  print_halves(print, "limitations", texts);
}

}  // namespace kres::report
