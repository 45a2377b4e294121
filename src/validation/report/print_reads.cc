// Prints what was measured on reads: a table per series.
#include <fmt/format.h>

#include "validation/report/print.h"

namespace kres::validation {

namespace {

pdf::Table table_of(Print& print, const std::vector<std::string>& keys, double first) {
  const double width = (kWidth - first) / static_cast<double>(keys.size() - 1);
  std::vector<pdf::Column> columns;
  for (const auto& key : keys)
    columns.push_back({.header = pdf::RichText{{print.texts.in(key), kQuiet}},
                       .width = columns.empty() ? first : width,
                       .align = columns.empty() ? pdf::Align::left : pdf::Align::right});
  return pdf::Table(std::move(columns));
}

pdf::Cell cell(const std::string& text, const pdf::Style& style = kBody) {
  return {.text = {{text, style}}};
}

// A number that should be none.
pdf::Cell fault(std::uint32_t count) { return cell(std::to_string(count), judged(count == 0)); }

void print_titration(Print& print, const std::vector<DepthRow>& rows) {
  if (rows.empty()) return;
  heading(print, "titration", 80);
  auto table = table_of(
      print, {"depth", "samples", "same", "left_open", "unreported", "lost", "added", "wrong"}, 60);
  for (const auto& row : rows)
    table.add({{cell(decimal(fmt::format("{:g}x", row.depth), print.texts), kStrong),
                cell(std::to_string(row.samples)), cell(std::to_string(row.same)),
                cell(std::to_string(row.left_open)), cell(std::to_string(row.unreported)),
                fault(row.lost), fault(row.added), fault(row.wrong)}});
  table.draw(print.flow);
  print.flow.advance(3);
  print.flow.paragraph({{print.texts.in("titration_note"), kQuiet}});
}

void print_copies(Print& print, const std::vector<CopiesRow>& rows) {
  if (rows.empty()) return;
  heading(print, "ribosomal", 80);
  auto table = table_of(
      print, {"depth", "mutant_copies", "called", "interval", "right_copies", "interval"}, 60);
  for (const auto& row : rows)
    table.add({{cell(decimal(fmt::format("{:g}x", row.depth), print.texts), kStrong),
                cell(fmt::format("{} / 6", row.copies)), cell(of(row.called)),
                cell(interval_text(row.called, print.texts)), cell(of(row.right)),
                cell(interval_text(row.right, print.texts))}});
  table.draw(print.flow);
}

void print_mixtures(Print& print, const std::vector<MixtureRow>& rows) {
  if (rows.empty()) return;
  heading(print, "mixtures", 80);
  auto table = table_of(
      print, {"mixed_with", "minor_share", "detected", "interval", "marked", "interval"}, 80);
  for (const auto& row : rows)
    table.add({{cell(print.texts.in(row.kind), kStrong),
                cell(decimal(fmt::format("{:g}\u00A0%", row.percent), print.texts)),
                cell(of(row.detected)), cell(interval_text(row.detected, print.texts)),
                cell(of(row.clean), judged(row.clean.count == row.clean.total)),
                cell(interval_text(row.clean, print.texts))}});
  table.draw(print.flow);
}

}  // namespace

void print_reads(Print& print) {
  if (!print.report.reads) return;
  const auto& reads = *print.report.reads;
  print_titration(print, reads.titration);
  print_copies(print, reads.ribosomal);
  print_mixtures(print, reads.mixtures);
  print.flow.advance(3);
  print.flow.paragraph({{print.texts.in("simulated_by") + " " + reads.simulator, kQuiet}});
}

}  // namespace kres::validation
