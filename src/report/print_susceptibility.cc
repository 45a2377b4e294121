// Prints the measurements with category, breakpoint, wild type and remarks.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "report/local_format.h"
#include "report/look.h"
#include "report/mic_scale.h"
#include "report/pdf/table.h"
#include "report/sections.h"
#include "report/susceptibility_notes.h"
#include "susceptibility/measurement.h"

namespace kres::report {
namespace {

constexpr double kAgent = 135, kValue = 50, kScale = 98, kCategory = 30, kBreakpoint = 54,
                 kWildType = 62;

std::string number(const Print& print, const std::string& bound) {
  const auto value = parse_double(bound);
  return value ? susceptibility::concentration_text(*value, decimal_sign(print.language())) : bound;
}

std::string sign_text(const std::string& sign) {
  if (sign == "<=") return "≤\u2009";
  if (sign == ">=") return "≥\u2009";
  return sign == "=" ? "" : sign + "\u2009";
}

std::string value_text(const Print& print, const SusceptibilityRow& row) {
  const std::string value =
      susceptibility::concentration_text(row.value, decimal_sign(print.language()));
  return sign_text(row.sign) + value + (row.unit == "mm" ? "\u00A0mm" : "");
}

std::string breakpoint_text(const Print& print, const SusceptibilityRow& row) {
  if (row.s.empty() && row.r.empty()) return print.text("none_dash");
  if (!parse_double(row.s) && (row.s == row.r || row.r.empty())) return row.s;
  const std::string both = number(print, row.s) + "\u2009/\u2009" + number(print, row.r);
  return row.bracketed ? "(" + both + ")" : both;
}

pdf::RichText wild_type_text(const Print& print, const SusceptibilityRow& row) {
  pdf::RichText text;
  if (row.ecoff)
    text.push_back(
        {susceptibility::concentration_text(*row.ecoff, decimal_sign(print.language())) + "  ",
         look::kQuiet});
  if (row.wild_type)
    text.push_back({print.text(*row.wild_type ? "wild_type" : "non_wild_type"), look::kBody});
  if (text.empty()) text.push_back({print.text("none_dash"), look::kQuiet});
  return text;
}

// Said once for many rows, below the table (print_susceptibility_notes.cc).
bool is_noted_below(const std::string& code) {
  return code == "bracketed" || code == "indication" || code == "indication_assumed" ||
         code == "route_assumed";
}

std::string remark_text(const Print& print, const SusceptibilityRow& row,
                        const std::string& usual) {
  std::vector<std::string> parts;
  if (row.method != usual) parts.push_back(print.in(row.method_name));
  for (const Remark& remark : row.remarks)
    if (!is_noted_below(remark.code)) parts.push_back(print.in(remark.text));
  return join(parts, "; ");
}

void draw_category(pdf::Canvas& canvas, const pdf::Box& box, const std::string& category) {
  constexpr double kSide = 12;
  const double x = box.x + (box.width - kSide) / 2;
  const pdf::Box square{x, box.y + box.height - 9.2, kSide, kSide};
  pdf::Colour ink = look::kInk;
  if (category == "R") {
    canvas.fill(square, look::kResistant, 2);
    ink = look::kWhite;
  } else if (category == "I") {
    canvas.fill(square, look::kIncreasedTint, 2);
    canvas.outline(square, look::kIncreased, 0.9, 2);
    ink = look::kIncreased;
  } else {
    canvas.outline(square, look::kRule, 0.7, 2);
  }
  const pdf::TextBlock letter = canvas.set(
      {{category, {.size = 8.6, .weight = pdf::Weight::bold, .colour = ink, .distinct = true}}},
      kSide, pdf::Align::centre);
  canvas.draw(letter, x, box.y + box.height - letter.baseline());
}

pdf::Cell category_cell(const Print& print, const SusceptibilityRow& row) {
  if (row.category.empty()) return {{{print.text("none_dash"), look::kQuiet}}, {}};
  return {{}, [category = row.category](pdf::Canvas& canvas, const pdf::Box& box) {
            draw_category(canvas, box, category);
          }};
}

pdf::Row table_row(const Print& print, const SusceptibilityRow& row, const MicAxis& axis,
                   const std::string& usual) {
  const std::string dagger =
      row.provenance.empty() ? "" : std::string("\u2009") + std::string(kConstructedMark);
  return {.cells = {{{{print.in(row.agent_name), look::kBody}}, {}},
                    {{{value_text(print, row) + dagger, look::kStrong}}, {}},
                    {{},
                     [&row, axis](pdf::Canvas& canvas, const pdf::Box& box) {
                       draw_mic(canvas, box, axis, row);
                     }},
                    category_cell(print, row),
                    {{{breakpoint_text(print, row), look::kBody}}, {}},
                    {wild_type_text(print, row), {}},
                    {{{remark_text(print, row, usual), look::kQuiet}}, {}}}};
}

pdf::Table make_table(const Print& print, const MicAxis& axis, const std::string& usual) {
  const auto label = [&](std::string_view key) {
    return pdf::RichText{{print.text(key), look::kLabel}};
  };
  const double rest =
      print.flow.width() - kAgent - kValue - kScale - kCategory - kBreakpoint - kWildType;
  pdf::Table table({{label("agent"), kAgent},
                    {label("mic"), kValue, pdf::Align::right},
                    {{},
                     kScale,
                     pdf::Align::left,
                     [axis, language = print.language()](pdf::Canvas& canvas, const pdf::Box& box) {
                       draw_mic_labels(canvas, box, axis, language);
                     }},
                    {label("category"), kCategory, pdf::Align::centre},
                    {label("breakpoint"), kBreakpoint, pdf::Align::centre},
                    {label("ecoff"), kWildType},
                    {label("remark"), rest}});
  const SusceptibilityRow* previous = nullptr;
  for (const SusceptibilityRow& row : print.answer.susceptibility) {
    pdf::Row next = table_row(print, row, axis, usual);
    next.group_start = previous && !(previous->group == row.group);
    table.add(std::move(next));
    previous = &row;
  }
  return table;
}

}  // namespace

void print_susceptibility(Print& print) {
  const auto& rows = print.answer.susceptibility;
  if (rows.empty()) return;
  const std::string usual = usual_method(print.answer);
  const pdf::Table table = make_table(print, mic_axis(rows), usual);
  print_heading(print, "susceptibility", table.first_rows_height(print.flow));
  table.draw(print.flow);
  print_susceptibility_notes(print, usual);
}

}  // namespace kres::report
