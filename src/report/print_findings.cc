// Prints the mechanisms found in the genome with their evidence; genes of the species apart, quiet.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "report/local_format.h"
#include "report/look.h"
#include "report/pdf/table.h"
#include "report/sections.h"

namespace kres::report {
namespace {

constexpr double kSymbol = 72, kActsOn = 142, kAllele = 104, kFunction = 80;
constexpr std::size_t kShownAgents = 3;

// A gene that is present but gives no resistance; the loss of a target is a finding in itself.
bool is_void(const Finding& finding) {
  return finding.function == "broken" && finding.kind != "disruption";
}

bool is_measured(const Print& print, const BilingualText& agent) {
  const auto& rows = print.answer.susceptibility;
  return std::any_of(rows.begin(), rows.end(),
                     [&](const SusceptibilityRow& row) { return row.agent_name == agent; });
}

// The agents it acts on, measured ones first; those that are not shown are counted.
std::string agent_list(const Print& print, const Finding& finding) {
  std::vector<BilingualText> agents = finding.agents;
  std::stable_partition(agents.begin(), agents.end(),
                        [&](const BilingualText& agent) { return is_measured(print, agent); });
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(kShownAgents, agents.size()); ++i)
    names.push_back(print.in(agents[i]));
  const std::string list = join(names, ", ");
  if (agents.size() <= kShownAgents) return list;
  return list + " " +
         replace_all(print.text("more_agents"), "{n}",
                     std::to_string(agents.size() - kShownAgents));
}

pdf::RichText acts_on(const Print& print, const Finding& finding) {
  const std::string& group = print.in(finding.group);
  if (group.empty()) return {{agent_list(print, finding), look::kLabel}};
  pdf::RichText text = {{group, look::kBody}};
  if (!finding.agents.empty()) text.push_back({"\n" + agent_list(print, finding), look::kLabel});
  return text;
}

// The allele in words; below it identity (of the protein too if it differs) and coverage.
pdf::RichText allele(const Print& print, const Finding& finding) {
  const Language language = print.language();
  pdf::RichText text = {{print.in(finding.allele_text), look::kBody}};
  if (finding.identity <= 0) return text;
  const bool gene = finding.kind == "gene" || finding.kind == "operon";
  std::string evidence = percent_text(finding.identity, language);
  if (gene && finding.identity_aa && finding.identity < 100)
    evidence += fmt::format(" ({} {})", print.text("protein"),
                            percent_text(*finding.identity_aa, language));
  if (gene) evidence += " / " + percent_text(finding.coverage, language);
  text.push_back({"\n" + evidence, look::kLabel});
  return text;
}

// The state in full ink, and the reason after its colon below it.
pdf::RichText function(const Print& print, const Finding& finding) {
  const std::string& text = print.in(finding.function_text);
  if (text.empty()) return {{print.text("none_dash"), look::kQuiet}};
  const auto colon = text.find(": ");
  std::vector<std::string> below;
  if (colon != std::string::npos) below.push_back(text.substr(colon + 2));
  if (is_void(finding)) below.push_back(print.text("no_resistance"));
  if (finding.contig_end) below.push_back(print.text("contig_end"));
  pdf::RichText cell = {
      {text.substr(0, colon), finding.function == "broken" ? look::kStrong : look::kBody}};
  if (!below.empty()) cell.push_back({"\n" + join(below, "; "), look::kLabel});
  if (finding.trace)
    cell.push_back({"\n" + print.text("trace"),
                    {.size = 7.2, .weight = pdf::Weight::semibold, .colour = look::kWarning}});
  return cell;
}

pdf::RichText place(const Print& print, const Finding& finding) {
  if (finding.contig.empty()) return {{print.text("none_dash"), look::kQuiet}};
  pdf::RichText text = {{finding.contig, look::kCode}};
  if (!print.in(finding.location).empty())
    text.push_back({" " + print.in(finding.location), look::kLabel});
  if (finding.start > 0)
    text.push_back({fmt::format("\n{}\u2013{} ({})", grouped_text(finding.start),
                                grouped_text(finding.end), finding.strand == '-' ? "\u2212" : "+"),
                    look::kLabel});
  return text;
}

pdf::Row table_row(const Print& print, const Finding& finding) {
  pdf::Style name = look::kGene;
  if (is_void(finding)) name.colour = look::kMuted;
  return {.cells = {{{{finding.symbol, name}}},
                    {acts_on(print, finding)},
                    {allele(print, finding)},
                    {function(print, finding)},
                    {place(print, finding)}}};
}

// A finding that this answer's reader looks for: it acts on something that was measured, or matters
// whatever was measured. Without measurements every acquired one is.
bool is_main(const Print& print, const Finding& finding) {
  if (finding.intrinsic) return false;
  if (!finding.critical_family.empty() || finding.trace || finding.kind != "gene") return true;
  return print.answer.susceptibility.empty() ||
         std::any_of(finding.agents.begin(), finding.agents.end(),
                     [&](const BilingualText& agent) { return is_measured(print, agent); });
}

// Identity, and what is wrong with it, in a few words.
std::string short_evidence(const Print& print, const Finding& finding) {
  std::vector<std::string> parts = {percent_text(finding.identity, print.language())};
  if (finding.function == "broken") parts.push_back(print.in(finding.function_text));
  return " (" + join(parts, ", ") + ")";
}

// Genes by name with short evidence; equal ones are said once with their number.
template <class Belongs>
void print_quiet_list(Print& print, std::string_view key, Belongs belongs) {
  std::vector<std::pair<const Finding*, int>> genes;
  for (const Finding& finding : print.answer.findings) {
    if (!belongs(finding)) continue;
    const auto same = std::find_if(genes.begin(), genes.end(), [&](const auto& gene) {
      return gene.first->symbol == finding.symbol &&
             short_evidence(print, *gene.first) == short_evidence(print, finding);
    });
    if (same == genes.end())
      genes.emplace_back(&finding, 1);
    else
      ++same->second;
  }
  if (genes.empty()) return;
  pdf::RichText text = {
      {print.text(key), {.size = 7.4, .weight = pdf::Weight::semibold, .colour = look::kMuted}}};
  for (const auto& [finding, count] : genes) {
    text.push_back({finding == genes.front().first ? " " : ", ", look::kQuiet});
    text.push_back({finding->symbol, {.size = 7.4, .colour = look::kInk, .distinct = true}});
    if (count > 1) text.push_back({fmt::format(" ×{}", count), look::kQuiet});
    text.push_back({short_evidence(print, *finding), look::kQuiet});
  }
  print.flow.advance(3);
  print.flow.paragraph(text);
}

std::string genome_line(const Print& print) {
  const GenomeSummary& genome = *print.answer.genome;
  std::string line =
      replace_all(print.text("genome_note"), "{quality}",
                  print.in(print.texts.or_code("quality." + genome.quality, genome.quality)));
  line = replace_all(line, "{length}", grouped_text(genome.length));
  line = replace_all(line, "{contigs}", grouped_text(genome.contigs));
  return replace_all(line, "{n50}", grouped_text(genome.n50));
}

void print_not_examined(Print& print, const NoGenome& no_genome) {
  print_heading(print, "findings", 12);
  print.flow.paragraph({{print.text("not_examined"), look::kStrong}});
  if (no_genome.reason.empty()) return;
  print.flow.paragraph(
      {{print.text("why_no_genome") + " ", look::kStrong}, {no_genome.reason, look::kBody}});
}

}  // namespace

void print_findings(Print& print) {
  if (print.answer.no_genome) return print_not_examined(print, *print.answer.no_genome);
  const auto label = [&](std::string_view key) {
    return pdf::RichText{{print.text(key), look::kLabel}};
  };
  const double rest = print.flow.width() - kSymbol - kActsOn - kAllele - kFunction;
  pdf::Table table({{label("finding"), kSymbol},
                    {label("acts_on"), kActsOn},
                    {label("allele"), kAllele},
                    {label("function"), kFunction},
                    {label("place"), rest}});
  bool any = false;
  for (const Finding& finding : print.answer.findings) {
    if (!is_main(print, finding)) continue;
    table.add(table_row(print, finding));
    any = true;
  }
  print_heading(print, "findings", any ? table.first_rows_height(print.flow) : 12);
  if (any)
    table.draw(print.flow);
  else
    print.flow.paragraph({{print.text("no_findings"), look::kBody}});
  print_quiet_list(print, "other_genes", [&](const Finding& finding) {
    return !finding.intrinsic && !is_main(print, finding);
  });
  print_quiet_list(print, "intrinsic", [](const Finding& finding) { return finding.intrinsic; });
  print.flow.advance(2);
  print.flow.paragraph({{genome_line(print), look::kLabel}});
}

}  // namespace kres::report
