// Prints the confirmatory tests: what each gave, when, and what that says of the isolate.
#include "report/local_format.h"
#include "report/look.h"
#include "report/pdf/table.h"
#include "report/sections.h"

namespace kres::report {
namespace {

constexpr double kName = 120, kOutcome = 110, kDate = 62;

pdf::Row table_row(const Print& print, const TestRow& row) {
  const std::string date = row.date ? date_text(*row.date, print.language()) : "";
  return {.cells = {{{{print.in(row.name), look::kStrong}}},
                    {{{print.in(row.outcome), look::kBody}}},
                    {{{date, look::kBody}}},
                    {{{print.in(row.sentence), look::kBody}}}}};
}

}  // namespace

void print_tests(Print& print) {
  if (print.answer.tests.empty()) return;
  const auto label = [&](std::string_view key) {
    return pdf::RichText{{print.text(key), look::kLabel}};
  };
  pdf::Table table({{label("test"), kName},
                    {label("test_outcome"), kOutcome},
                    {label("test_date"), kDate},
                    {label("test_meaning"), print.flow.width() - kName - kOutcome - kDate}});
  for (const TestRow& row : print.answer.tests) table.add(table_row(print, row));
  print_heading(print, "tests", table.first_rows_height(print.flow));
  table.draw(print.flow);
}

}  // namespace kres::report
