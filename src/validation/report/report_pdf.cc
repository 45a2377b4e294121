// Prints the report twice: once to count its pages, once with "page x of y".
#include <algorithm>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "validation/report/print.h"
#include "validation/report/report.h"

namespace kres::validation {

namespace {

constexpr std::size_t kFaultsPrinted = 40;

void print_title(Print& print) {
  print.flow.paragraph({{print.texts.in("centre"), kQuiet}});
  print.flow.advance(3);
  print.flow.paragraph({{print.texts.in("title"), kTitle}}, "H1");
  print.flow.advance(4);
  const bool kept = print.report.summary.kept();
  print.flow.paragraph(
      {{print.texts.in(kept ? "kept" : "broken"),
        {.size = 11, .weight = pdf::Weight::semibold, .colour = kept ? kGood : kBad}}});
}

void print_basis(Print& print) {
  const auto& basis = print.report.basis;
  heading(print, "basis", 60);
  pdf::Table table({{.header = {}, .width = 110}, {.header = {}, .width = kWidth - 110}},
                   {.header = false});
  const auto row = [&](const char* key, const std::string& value, pdf::Style style) {
    if (!value.empty()) table.add({{{{{print.texts.in(key), kQuiet}}}, {{{value, style}}}}});
  };
  row("software", basis.software, kBody);
  row("reference", basis.reference_name + " " + basis.reference_digest, kCode);
  row("sources", join(basis.sources, ", "), kBody);
  row("settings", basis.settings_name + " " + basis.settings_digest, kCode);
  row("seed", std::to_string(basis.seed), kBody);
  row("date", basis.date, kBody);
  table.draw(print.flow);
}

void print_figures(Print& print) {
  heading(print, "figures", 80);
  const auto head = [&](const char* key) { return pdf::RichText{{print.texts.in(key), kQuiet}}; };
  pdf::Table table({{.header = head("figure"), .width = kWidth - 260},
                    {.header = head("count"), .width = 85, .align = pdf::Align::right},
                    {.header = head("share"), .width = 60, .align = pdf::Align::right},
                    {.header = head("interval"), .width = 115, .align = pdf::Align::right}});
  for (const auto& figure : print.report.summary.figures)
    table.add({{{{{print.texts.in(figure.key), kBody}}},
                {{{of(figure.proportion), kBody}}},
                {{{percent(figure.proportion.share(), print.texts), judged(figure.kept())}}},
                {{{interval_text(figure.proportion, print.texts), kBody}}}}});
  table.draw(print.flow);
}

std::string describe(const Print& print, const std::string& name) {
  for (const auto& one : print.report.cases)
    if (one.name == name) return print.texts.norwegian() ? one.beskriver : one.describes;
  return name;
}

void print_cases(Print& print) {
  if (print.report.summary.cases.empty()) return;
  heading(print, "cases", 80);
  const auto head = [&](const char* key) { return pdf::RichText{{print.texts.in(key), kQuiet}}; };
  pdf::Table table({{.header = head("case"), .width = kWidth - 215},
                    {.header = head("right"), .width = 90, .align = pdf::Align::right},
                    {.header = head("interval"), .width = 125, .align = pdf::Align::right}});
  for (const auto& tally : print.report.summary.cases) {
    const bool kept = tally.damage.count == tally.damage.total;
    table.add({{{{{describe(print, tally.name), kBody}}},
                {{{of(tally.damage), judged(kept)}}},
                {{{interval_text(tally.damage, print.texts), kBody}}}}});
  }
  table.draw(print.flow);
}

void print_families(Print& print) {
  if (print.report.summary.families.empty()) return;
  heading(print, "families", 80);
  const auto head = [&](const char* key) { return pdf::RichText{{print.texts.in(key), kQuiet}}; };
  constexpr double kCount = 78, kInterval = 117;
  pdf::Table table({{.header = head("family"), .width = kWidth - 2 * (kCount + kInterval)},
                    {.header = head("damage"), .width = kCount, .align = pdf::Align::right},
                    {.header = head("interval"), .width = kInterval, .align = pdf::Align::right},
                    {.header = head("breaks"), .width = kCount, .align = pdf::Align::right},
                    {.header = head("interval"), .width = kInterval, .align = pdf::Align::right}});
  for (const auto& tally : print.report.summary.families) {
    std::vector<pdf::Cell> cells = {{{{tally.name, kStrong}}}};
    for (const auto* part : {&tally.damage, &tally.breaks}) {
      cells.push_back({{{of(*part), judged(part->count == part->total)}}});
      cells.push_back({{{part->total == 0 ? "–" : interval_text(*part, print.texts), kBody}}});
    }
    table.add({std::move(cells)});
  }
  table.draw(print.flow);
}

void print_faults(Print& print) {
  heading(print, "faults", 20);
  const auto& faults = print.report.summary.faults;
  if (faults.empty()) print.flow.paragraph({{print.texts.in("no_faults"), kBody}});
  for (std::size_t i = 0; i < std::min(faults.size(), kFaultsPrinted); ++i)
    print.flow.paragraph({{faults[i], kCode}});
  if (faults.size() > kFaultsPrinted)
    print.flow.paragraph({{print.texts.in("more_faults"), kQuiet}});
}

void print_limitations(Print& print) {
  heading(print, "limitations", 40);
  for (const auto& limitation : print.texts.limitations()) {
    print.flow.paragraph({{limitation, kBody}});
    print.flow.advance(3);
  }
}

double page_frame(pdf::Canvas& canvas, const Report& report, const ReportTexts& texts, int page,
                  int pages) {
  constexpr double kTop = 40, kFoot = pdf::kA4Height - 32;
  canvas.line(kLeft, kFoot - 5, kLeft + kWidth, kFoot - 5, kRule, 0.6);
  const pdf::Tag tag(canvas, "P");
  canvas.draw(
      canvas.set({{report.basis.software + " · " + texts.in("title"), kQuiet}}, kWidth - 80), kLeft,
      kFoot);
  canvas.draw(canvas.set({{fmt::format("{} {} / {}", texts.in("page"), page, pages), kQuiet}}, 80,
                         pdf::Align::right),
              kLeft + kWidth - 80, kFoot);
  return kTop;
}

pdf::Metadata metadata(const Report& report, const ReportTexts& texts) {
  return {.title = texts.in("title"),
          .author = texts.in("centre"),
          .subject = texts.in(report.summary.kept() ? "kept" : "broken"),
          .language = texts.norwegian() ? "nb-NO" : "en-GB",
          .created = parse_instant(report.basis.date + "T00:00:00Z").value_or(Instant{})};
}

struct Printed {
  Result<std::string> file;
  int pages = 1;
};

Printed print_report(const Report& report, const ReportTexts& texts, int pages) {
  pdf::Canvas canvas(metadata(report, texts));
  int last_page = 1;
  {
    const pdf::Tag document(canvas, "Document");
    pdf::Flow flow(canvas, {}, [&](pdf::Canvas& page_canvas, int page) {
      return page_frame(page_canvas, report, texts, page, pages);
    });
    Print print{flow, report, texts};
    for (const auto part : {print_title, print_basis, print_figures, print_reads, print_agreement,
                            print_cases, print_families, print_faults, print_limitations})
      part(print);
    last_page = flow.page();
  }
  return {canvas.finish(), last_page};
}

}  // namespace

Result<std::string> report_pdf(const Report& report, const ReportTexts& texts) {
  return print_report(report, texts, print_report(report, texts, 1).pages).file;
}

}  // namespace kres::validation
