#include "mechanism/surroundings.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/result/json.h"

namespace kres::mechanism {

namespace {

// What a negative rests on: the quality of an assembly, or the depth of reads and the chance to
// have missed the gene at that depth.
BilingualText basis_text(const genome::Negative& negative, const Texts& texts) {
  const auto key = "absent.basis." + negative.basis;
  if (texts.has(key)) return texts.get(key);
  if (!negative.depth) return plain(negative.basis);
  const Texts::Values depth = {{"depth", plain(std::to_string(std::lround(*negative.depth)))}};
  const auto text = texts.get("absent.basis.reads", depth);
  if (!negative.miss_probability) return text;
  const double per_cent = std::max(0.01, 100 * *negative.miss_probability);
  const auto number = fmt::format("{:.2g}", per_cent);
  return text + plain(", ") +
         texts.get("absent.basis.missed", {{"percent", {replace_all(number, ".", ","), number}}});
}

AbsentFinding of_negative(const genome::Negative& negative, const Texts& texts) {
  const auto word = [&](const std::string& prefix, const std::string& value) {
    return texts.has(prefix + value) ? texts.get(prefix + value) : plain(value);
  };
  const Texts::Values values = {{"target", word("absent.", negative.target)},
                                {"n", plain(std::to_string(negative.entries_searched))},
                                {"basis", basis_text(negative, texts)}};
  return {.target = negative.target,
          .state = negative.state,
          .basis = negative.basis,
          .entries_searched = negative.entries_searched,
          .text = texts.get("absent.state." + negative.state, values)};
}

bool has_mutation(const genome::GenomeResult& genome, const std::string& gene) {
  return std::any_of(genome.determinants.begin(), genome.determinants.end(), [&](const auto& d) {
    return d.kind == genome::DeterminantKind::mutation && d.symbol.starts_with(gene + " ");
  });
}

}  // namespace

std::vector<AbsentFinding> absent_findings(const genome::GenomeResult& genome, const Texts& texts) {
  std::vector<AbsentFinding> absent;
  for (const auto& negative : genome.negatives) absent.push_back(of_negative(negative, texts));
  std::vector<BilingualText> intact, unchanged, unreported;
  for (const auto& target : genome.targets) {
    if (has_mutation(genome, target.gene)) continue;
    if (target.state == "intact") intact.push_back(plain(target.gene));
    if (target.state == "missense") unchanged.push_back(plain(target.gene));
    if (target.state == "unreported") unreported.push_back(plain(target.gene));
  }
  const std::string basis = "assembly_" + std::string(genome::name_of(genome.quality.verdict));
  const auto add = [&](const char* name, const char* key, const std::vector<BilingualText>& genes) {
    if (genes.empty()) return;
    absent.push_back({.target = name,
                      .state = "absent_covered",
                      .basis = basis,
                      .entries_searched = static_cast<std::uint32_t>(genes.size()),
                      .text = texts.get(key, {{"genes", listed(genes, texts)}})});
  };
  add("intact_targets", "absent.intact", intact);
  add("unchanged_targets", "absent.known", unchanged);
  if (!unreported.empty())
    absent.push_back(
        {.target = "unreported_targets",
         .state = "not_assessable",
         .basis = "genotype_table",
         .entries_searched = static_cast<std::uint32_t>(unreported.size()),
         .text = texts.get("absent.unreported", {{"genes", listed(unreported, texts)}})});
  return absent;
}

namespace {

// "yes" or "no" if that is all the referral says, in either language; otherwise empty.
std::string yes_or_no(std::string_view value) {
  const auto word = to_lower(trim(value));
  if (word == "yes" || word == "ja") return "yes";
  return word == "no" || word == "nei" ? "no" : "";
}

// "2026-CPO-0003-A of 2026-03-02 (Klebsiella pneumoniae, blaKPC-2)"
BilingualText earlier_text(const EarlierIsolate& isolate, const Texts& texts) {
  std::vector<std::string> words;
  if (!isolate.species.empty()) words.push_back(isolate.species);
  words.insert(words.end(), isolate.key_findings.begin(), isolate.key_findings.end());
  const auto what = words.empty() ? std::string() : " (" + join(words, ", ") + ")";
  return texts.get("context.earlier.one", {{"accession", plain(isolate.accession)},
                                           {"date", plain(isolate.received.iso())},
                                           {"what", plain(what)}});
}

std::optional<BilingualText> earlier_isolates_text(const ClinicalContext& context,
                                                   const Texts& texts) {
  if (context.earlier.empty()) return std::nullopt;
  std::vector<BilingualText> isolates;
  for (const auto& isolate : context.earlier) isolates.push_back(earlier_text(isolate, texts));
  return texts.get("context.earlier", {{"isolates", listed(isolates, texts)}});
}

}  // namespace

std::optional<BilingualText> context_text(const ClinicalContext& context, const Texts& texts) {
  std::vector<BilingualText> items;
  const auto kind = "context." + context.infection_or_carriage;
  if (!context.infection_or_carriage.empty())
    items.push_back(texts.has(kind) ? texts.get(kind) : plain(context.infection_or_carriage));
  const std::pair<const char*, const std::string*> fields[] = {
      {"context.material", &context.material},
      {"context.travel", &context.travel},
      {"context.hospital_abroad", &context.hospital_abroad},
      {"context.known_contact", &context.known_contact},
      {"context.ward", &context.ward}};
  for (const auto& [key, value] : fields) {
    const auto answer = yes_or_no(*value);
    if (!answer.empty() && texts.has(key + ("." + answer)))
      items.push_back(texts.get(key + ("." + answer)));
    else if (!trim(*value).empty())
      items.push_back(texts.get(key, {{"value", plain(*value)}}));
  }
  const auto earlier = earlier_isolates_text(context, texts);
  if (items.empty()) return earlier;
  const auto stated = texts.get("context.lead", {{"items", listed(items, texts)}});
  return earlier ? stated + plain(" ") + *earlier : stated;
}

}  // namespace kres::mechanism
