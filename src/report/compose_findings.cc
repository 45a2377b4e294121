// Turns determinants and targets of the genome into findings with their evidence in words.
#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "genome/result/json.h"
#include "report/compose_parts.h"

namespace kres::report {
namespace {

using genome::Determinant;
using genome::DeterminantKind;
using genome::FunctionState;

BilingualText filled(const BilingualText& text, std::string_view name, const std::string& value) {
  return {replace_all(text.nb, name, value), replace_all(text.en, name, value)};
}

void append(BilingualText& text, const BilingualText& more, std::string_view separator) {
  text.nb += std::string(separator) + more.nb;
  text.en += std::string(separator) + more.en;
}

std::string list_of(const std::vector<genome::AminoAcidChange>& changes) {
  std::vector<std::string> texts;
  for (const auto& change : changes) texts.push_back(change.text);
  return join(texts, ", ");
}

// "code:a/b" or "code:a@b" in words; the code itself if the table has no text for it.
BilingualText reason_text(const std::string& reason, const AnswerTexts& texts) {
  const auto colon = reason.find(':');
  const std::string code = reason.substr(0, colon);
  const std::string detail = colon == std::string::npos ? std::string{} : reason.substr(colon + 1);
  const auto cut = detail.find_first_of("/@");
  const std::string second = cut == std::string::npos ? std::string{} : detail.substr(cut + 1);
  const BilingualText text = texts.or_code("function." + code, reason);
  return filled(filled(text, "{a}", detail.substr(0, cut)), "{b}", second);
}

// Classes as the reference set lists them, "amphenicol, oxazolidinone", each in words.
BilingualText classes_text(const std::string& classes, const AnswerTexts& texts) {
  BilingualText text;
  for (const std::string_view part : split(classes, ',')) {
    const std::string name(trim(part));
    if (name.empty()) continue;
    append(text, texts.or_code("class." + name, name), text.nb.empty() ? "" : ", ");
  }
  return text;
}

// A mutation changes a gene that goes on working: its state says nothing.
BilingualText function_text(const Determinant& determinant, const AnswerTexts& texts) {
  if (determinant.kind == DeterminantKind::mutation) return {};
  BilingualText text = texts[std::string("function.") + std::string(name_of(determinant.function))];
  if (!determinant.function_reason.empty())
    append(text, reason_text(determinant.function_reason, texts), ": ");
  return text;
}

BilingualText allele_text(const Determinant& determinant, const AnswerTexts& texts) {
  if (determinant.kind == DeterminantKind::mutation) return texts["allele.mutation"];
  if (determinant.kind == DeterminantKind::disruption) return texts["allele.disruption"];
  BilingualText text =
      texts[std::string("allele.") + std::string(name_of(determinant.allele_status))];
  const bool exact = determinant.allele_status == genome::AlleleStatus::exact;
  if (!exact && !determinant.nearest.empty())
    append(text, {determinant.nearest, determinant.nearest}, " ");
  if (!determinant.ties.empty())
    append(text, filled(texts["allele.ties"], "{list}", join(determinant.ties, ", ")), "; ");
  if (!determinant.changes.empty())
    append(text, filled(texts["allele.changes"], "{list}", list_of(determinant.changes)), "; ");
  return text;
}

Finding from_determinant(const Determinant& determinant, const AgentTable& agents,
                         const AnswerTexts& texts) {
  Finding finding;
  finding.symbol = determinant.symbol;
  finding.kind = name_of(determinant.kind);
  finding.group =
      determinant.critical_family.empty()
          ? classes_text(determinant.drug_class, texts)
          : texts.or_code("critical." + determinant.critical_family, determinant.critical_family);
  std::vector<std::string> names = determinant.agents;
  std::stable_sort(names.begin(), names.end(), [&](const auto& a, const auto& b) {
    return agents.order_of(a) < agents.order_of(b);
  });
  for (const std::string& name : names) {
    const Agent* agent = agents.find(name);
    finding.agents.push_back(agent ? agent->title : BilingualText{name, name});
  }
  finding.allele_status = name_of(determinant.allele_status);
  finding.allele_text = allele_text(determinant, texts);
  finding.identity = determinant.identity;
  finding.identity_aa = determinant.identity_aa;
  finding.coverage = determinant.coverage;
  finding.function = name_of(determinant.function);
  finding.function_text = function_text(determinant, texts);
  finding.contig = determinant.contig;
  finding.start = determinant.start;
  finding.end = determinant.end;
  finding.strand = determinant.strand;
  if (texts.contains("location." + determinant.context.location))
    finding.location = texts["location." + determinant.context.location];
  finding.intrinsic = determinant.intrinsic;
  finding.contig_end = determinant.contig_end;
  finding.trace = determinant.trace;
  finding.critical_family = determinant.critical_family;
  finding.source = determinant.source;
  return finding;
}

// Classes in the order that a reader of this centre's answers looks for; others follow.
std::size_t class_rank(const std::string& drug_class) {
  constexpr std::string_view kOrder[] = {"beta-lactam", "", "polymyxin", "quinolone",
                                         "aminoglycoside"};
  return static_cast<std::size_t>(std::find(std::begin(kOrder), std::end(kOrder), drug_class) -
                                  std::begin(kOrder));
}

auto rank(const Determinant& determinant) {
  const bool lost_target = determinant.kind == DeterminantKind::disruption;
  const bool broken = determinant.function == FunctionState::broken && !lost_target;
  return std::tuple(determinant.intrinsic, broken, determinant.critical_family.empty(),
                    class_rank(determinant.drug_class));
}

}  // namespace

std::vector<Finding> compose_findings(const genome::GenomeResult& genome, const AgentTable& agents,
                                      const AnswerTexts& texts) {
  std::vector<Determinant> determinants = genome.determinants;
  std::stable_sort(determinants.begin(), determinants.end(),
                   [](const Determinant& a, const Determinant& b) { return rank(a) < rank(b); });
  std::vector<Finding> findings;
  for (const Determinant& determinant : determinants)
    findings.push_back(from_determinant(determinant, agents, texts));
  return findings;
}

GenomeSummary compose_genome(const genome::GenomeResult& genome) {
  GenomeSummary summary;
  summary.species = genome.species.name;
  summary.ani = genome.species.ani;
  if (genome.species.second) {
    summary.second_species = genome.species.second->name;
    summary.second_ani = genome.species.second->ani;
  }
  if (!genome.mlst.empty()) {
    summary.scheme = genome.mlst.front().scheme;
    summary.st = genome.mlst.front().st;
  }
  summary.quality = name_of(genome.quality.verdict);
  summary.length = genome.quality.length;
  summary.n50 = genome.quality.n50;
  summary.contigs = genome.quality.contigs;
  for (const genome::InputFile& input : genome.input) summary.input_digests.push_back(input.sha256);
  return summary;
}

}  // namespace kres::report
