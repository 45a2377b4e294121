// Prints the verdict panel: one sentence, the organism, the case definitions.
#include <fmt/format.h>

#include "base/text.h"
#include "report/local_format.h"
#include "report/look.h"
#include "report/sections.h"

namespace kres::report {
namespace {

constexpr double kPadding = 8, kBar = 3, kBadge = 40, kGap = 4;
// A panel up to this part of a page is drawn as one; longer texts are plain paragraphs.
constexpr double kLargestPanel = 0.6;

struct CaseLine {
  std::string code;
  bool met = false;
  pdf::TextBlock block;
};

// Below the verdict: which organism the genome is of, or that none was read.
pdf::RichText genome_line(const Print& print) {
  if (print.answer.no_genome) return {{print.in(print.answer.no_genome->text), look::kStrong}};
  const GenomeSummary& genome = *print.answer.genome;
  pdf::RichText line;
  if (genome.species.empty())
    line.push_back({print.text("species_unknown"), look::kStrong});
  else
    line.push_back(
        {genome.species,
         {.size = 9, .weight = pdf::Weight::medium, .colour = look::kInk, .italic = true}});
  if (!genome.st.empty() && genome.st != "-")
    line.push_back(
        {"   ST" + genome.st, {.size = 9, .weight = pdf::Weight::semibold, .colour = look::kInk}});
  if (genome.ani > 0)
    line.push_back(
        {"   " + fmt::format("ANI {}\u00A0%", decimal_text(genome.ani, 1, print.language())),
         look::kQuiet});
  return line;
}

// "Carbapenemase-producing organism (CPO)" without the code, which stands on the badge.
std::string case_name(const Print& print, const CaseFinding& finding) {
  return replace_all(print.in(finding.name), " (" + finding.code + ")", "");
}

pdf::RichText case_text(const Print& print, const CaseFinding& finding) {
  const std::string_view state = finding.met         ? "case_met"
                                 : finding.suspected ? "case_undecided"
                                                     : "case_not_met";
  pdf::RichText text = {{case_name(print, finding) + ": ", look::kBody},
                        {print.text(state) + ". ", finding.met ? look::kStrong : look::kBody}};
  if (finding.met && finding.notifiable)
    text.push_back({print.text("notifiable") + " ", look::kStrong});
  if (finding.suspected && !print.in(finding.basis).empty())
    text.push_back({print.in(finding.basis), look::kQuiet});
  return text;
}

void draw_badge(pdf::Canvas& canvas, const std::string& code, bool met, double x, double y) {
  const pdf::Box box{x, y, kBadge - 8, 12};
  if (met)
    canvas.fill(box, look::kResistant, 2);
  else
    canvas.outline(box, look::kMuted, 0.6, 2);
  const pdf::TextBlock label = canvas.set(
      {{code,
        {.size = 7.6, .weight = pdf::Weight::bold, .colour = met ? look::kWhite : look::kMuted}}},
      box.width, pdf::Align::centre);
  canvas.draw(label, box.x, box.y + (box.height - label.height()) / 2);
}

void print_as_paragraphs(Print& print) {
  print.flow.paragraph({{print.in(print.answer.verdict.sentence), look::kVerdict}}, "H2");
  print.flow.paragraph(genome_line(print));
  for (const CaseFinding& finding : print.answer.verdict.cases) {
    pdf::RichText text = case_text(print, finding);
    text.insert(text.begin(), {finding.code + "  ", look::kStrong});
    print.flow.paragraph(text);
  }
}

}  // namespace

void print_verdict(Print& print) {
  pdf::Flow& flow = print.flow;
  pdf::Canvas& canvas = flow.canvas();
  flow.advance(8);
  const double left = flow.left() + kBar + kPadding, width = flow.width() - kBar - 2 * kPadding;
  const pdf::TextBlock sentence =
      canvas.set({{print.in(print.answer.verdict.sentence), look::kVerdict}}, width);
  const pdf::TextBlock genome = canvas.set(genome_line(print), width);
  std::vector<CaseLine> cases;
  double height = 2 * kPadding + sentence.height() + genome.height() + kGap;
  for (const CaseFinding& finding : print.answer.verdict.cases) {
    cases.push_back(
        {finding.code, finding.met, canvas.set(case_text(print, finding), width - kBadge)});
    height += std::max(cases.back().block.height(), 12.0) + kGap;
  }
  if (height > kLargestPanel * flow.page_room()) return print_as_paragraphs(print);

  flow.keep(height);
  canvas.fill({flow.left(), flow.y(), flow.width(), height}, look::kTint);
  canvas.fill({flow.left(), flow.y(), kBar, height}, look::kAccent);
  double y = flow.y() + kPadding - 1;
  const auto draw = [&](const pdf::TextBlock& block, const char* name) {
    const pdf::Tag tag(canvas, name);
    canvas.draw(block, left, y);
    y += block.height() + kGap;
  };
  draw(sentence, "H2");
  draw(genome, "P");
  for (const CaseLine& line : cases) {
    const pdf::Tag tag(canvas, "P");
    draw_badge(canvas, line.code, line.met, left, y);
    canvas.draw(line.block, left + kBadge, y + 0.8);
    y += std::max(line.block.height(), 12.0) + kGap;
  }
  flow.advance(height);
}

}  // namespace kres::report
