#include "report/lists/list_pdf.h"

#include "base/text.h"
#include "report/pdf/flow.h"
#include "report/pdf/table.h"

namespace kres::report::lists {

namespace {

constexpr pdf::Colour kInk{0.10, 0.12, 0.14}, kMuted{0.34, 0.38, 0.43}, kAccent{0.04, 0.29, 0.40};
constexpr pdf::Style kCell{.size = 8.6, .colour = kInk};
constexpr pdf::Style kHeader{.size = 7.8, .weight = pdf::Weight::semibold, .colour = kMuted};
constexpr pdf::Style kQuiet{.size = 8, .colour = kMuted};
constexpr double kTop = 40, kFoot = pdf::kA4Height - 34, kMargin = 48;

struct Printed {
  Result<std::string> file;
  int pages = 1;
};

double draw_frame(pdf::Canvas& canvas, const ListDocument& document, int page, int pages) {
  const double width = pdf::kA4Width - 2 * kMargin;
  auto number = replace_all(document.page_of, "{page}", std::to_string(page));
  number = replace_all(number, "{pages}", std::to_string(pages));
  {
    const pdf::Tag tag(canvas, "P");
    canvas.draw(canvas.set({{number, kQuiet}}, width, pdf::Align::right), kMargin, kFoot);
  }
  const pdf::Style title{
      .size = page == 1 ? 15.0 : 9.5, .weight = pdf::Weight::semibold, .colour = kAccent};
  const auto heading = canvas.set({{document.metadata.title, title}}, width);
  {
    const pdf::Tag tag(canvas, page == 1 ? "H1" : "P");
    canvas.draw(heading, kMargin, kTop);
  }
  double y = kTop + heading.height() + 3;
  if (page == 1) {
    const pdf::Tag tag(canvas, "P");
    const auto subtitle = canvas.set({{document.subtitle, kQuiet}}, width);
    canvas.draw(subtitle, kMargin, y);
    y += subtitle.height() + 4;
  }
  canvas.line(kMargin, y, kMargin + width, y, kAccent, 0.8);
  return y + 8;
}

pdf::Table table_of(const ListDocument& document, const ListSection& section, double width) {
  double shares = 0;
  for (const auto& column : document.columns) shares += column.share;
  std::vector<pdf::Column> columns;
  for (const auto& column : document.columns)
    columns.push_back(
        {.header = {{column.header, kHeader}}, .width = width * column.share / shares});
  pdf::Table table(std::move(columns));
  for (const auto& cells : section.rows) {
    pdf::Row row;
    for (const auto& cell : cells) row.cells.push_back({.text = {{cell, kCell}}});
    table.add(std::move(row));
  }
  return table;
}

void print_section(pdf::Flow& flow, const ListDocument& document, const ListSection& section) {
  const auto table = table_of(document, section, flow.width());
  flow.keep(section.rows.empty() ? 40 : 40 + table.first_rows_height(flow));
  if (!flow.at_top()) flow.advance(10);
  if (!section.title.empty())
    flow.paragraph(
        {{section.title, {.size = 10.4, .weight = pdf::Weight::semibold, .colour = kInk}}}, "H2");
  if (!section.note.empty()) flow.paragraph({{section.note, kQuiet}});
  flow.advance(3);
  if (!section.rows.empty()) table.draw(flow);
}

Printed print(const ListDocument& document, int pages) {
  pdf::Canvas canvas(document.metadata);
  int last = 1;
  {
    const pdf::Tag tag(canvas, "Document");
    pdf::Flow flow(canvas, {}, [&](pdf::Canvas& page_canvas, int page) {
      return draw_frame(page_canvas, document, page, pages);
    });
    for (const auto& section : document.sections) print_section(flow, document, section);
    last = flow.page();
  }
  return {canvas.finish(), last};
}

}  // namespace

Result<std::string> list_pdf(const ListDocument& document) {
  const auto counted = print(document, 1);
  if (!counted.file || counted.pages == 1) return counted.file;
  return print(document, counted.pages).file;
}

}  // namespace kres::report::lists
