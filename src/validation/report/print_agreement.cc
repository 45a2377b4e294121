// Prints how expected categories agree with measured ones.
#include <fmt/format.h>

#include "validation/report/print.h"

namespace kres::validation {

namespace {

pdf::Cell cell(const std::string& text, const pdf::Style& style = kBody) {
  return {.text = {{text, style}}};
}

constexpr double kBy = 118, kHalf = 60;

pdf::Table agreement_table(Print& print) {
  const double width = (kWidth - kBy - kHalf) / 6;
  std::vector<pdf::Column> columns;
  for (const auto* key : {"by", "countries", "category_agreement", "very_major", "interval",
                          "major", "interval", "no_category"})
    columns.push_back({.header = pdf::RichText{{print.texts.in(key), kQuiet}},
                       .width = columns.empty()       ? kBy
                                : columns.size() == 1 ? kHalf
                                                      : width,
                       .align = columns.size() < 2 ? pdf::Align::left : pdf::Align::right});
  return pdf::Table(std::move(columns));
}

}  // namespace

void print_agreement(Print& print) {
  if (!print.report.agreement) return;
  const auto& part = *print.report.agreement;
  heading(print, "agreement", 80);
  auto table = agreement_table(print);
  for (const auto& row : part.rows)
    table.add({{cell(print.texts.in("by." + row.by), kStrong),
                cell(print.texts.in("countries." + row.half)), cell(of(row.category)),
                cell(of(row.very_major)), cell(interval_text(row.very_major, print.texts)),
                cell(of(row.major)), cell(interval_text(row.major, print.texts)),
                cell(of(row.no_category))}});
  table.draw(print.flow);
  print.flow.advance(3);
  print.flow.paragraph(
      {{fmt::format("{} · {} · {}", part.collection, part.breakpoints, part.rules), kQuiet}});
  print.flow.paragraph({{print.texts.in("agreement_note"), kQuiet}});
}

}  // namespace kres::validation
