#include "mechanism/evidence_text.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "genome/result/json.h"

namespace kres::mechanism {

namespace {

using genome::Determinant;
using genome::DeterminantKind;
using genome::FunctionState;
using genome::GenomeResult;

// "120@45" and "65/293" hold two numbers.
std::pair<std::string, std::string> numbers_of(std::string_view detail) {
  const auto cut = detail.find_first_of("/@");
  if (cut == std::string_view::npos) return {std::string(detail), {}};
  return {std::string(detail.substr(0, cut)), std::string(detail.substr(cut + 1))};
}

BilingualText function_text(const Determinant& d, const Texts& texts) {
  if (d.function != FunctionState::intact && !d.function_reason.empty())
    return reason_text(d.function_reason, texts);
  return texts.get("function." + std::string(genome::name_of(d.function)));
}

BilingualText allele_text(const Determinant& d, const Texts& texts) {
  return texts.get("allele." + std::string(genome::name_of(d.allele_status)),
                   {{"nearest", plain(d.nearest)}});
}

// Contigs of every copy that reads the same, so that one text serves all of them.
std::vector<std::string> contigs_of_copies(const Determinant& d, const GenomeResult& result) {
  std::vector<std::string> contigs;
  for (const auto& copy : result.determinants) {
    const bool same = copy.symbol == d.symbol && copy.allele_status == d.allele_status &&
                      copy.function == d.function && copy.function_reason == d.function_reason;
    const bool known = std::find(contigs.begin(), contigs.end(), copy.contig) != contigs.end();
    if (same && !known && !copy.contig.empty()) contigs.push_back(copy.contig);
  }
  return contigs;
}

// The replicon nearest on the contig of the only locus; empty if there is none or several loci.
std::string replicon_of(const Determinant& d) {
  for (const auto& neighbour : d.context.neighbours)
    if (neighbour.kind == "replicon") return neighbour.name;
  return {};
}

BilingualText place_text(const Determinant& d, const GenomeResult& result, const Texts& texts) {
  const auto contigs = contigs_of_copies(d, result);
  if (contigs.empty()) return {};
  std::vector<BilingualText> names;
  for (const auto& contig : contigs) names.push_back(plain(contig));
  auto text = plain(", ") + texts.get("place", {{"contig", listed(names, texts)}});
  const auto replicon = contigs.size() == 1 ? replicon_of(d) : std::string();
  if (!replicon.empty())
    text = text + plain(" ") + texts.get("place.with", {{"replicon", plain(replicon)}});
  return text;
}

// Copies as the assembly counts them, or about how many by depth.
BilingualText copies_text(const Determinant& d, const Texts& texts) {
  if (!d.copies || *d.copies < 0.5) return {};
  const auto number = std::lround(*d.copies);
  if (number == 1) return plain(", ") + texts.get("copies.one");
  return plain(", ") + texts.get(d.copies_low ? "copies.about" : "copies.many",
                                 {{"n", plain(std::to_string(number))}});
}

// A combination of a gene and a change has words for each.
std::string mechanism_key(const Determinant& d, const std::string& mechanism, const Texts& texts) {
  const auto key = "mechanism." + (mechanism.empty() ? "imported" : mechanism);
  const bool of_change = d.kind == DeterminantKind::mutation && texts.has(key + ".mutation");
  return of_change ? key + ".mutation" : key;
}

// Changed copies of a ribosomal RNA: " (2 of 6 copies)".
BilingualText ribosomal_text(const Determinant& d, const GenomeResult& result, const Texts& texts) {
  for (const auto& rna : result.ribosomal)
    for (const auto& position : rna.positions) {
      const auto all = std::max(rna.copies_found, rna.copies_expected);
      if (position.symbol == d.symbol && rna.state == "assessed" && all > 0)
        return plain(" ") +
               texts.get("copies.of", {{"k", plain(std::to_string(position.mutant_copies))},
                                       {"n", plain(std::to_string(all))}});
    }
  return {};
}

// The species' own gene: what was inserted before it, if anything.
BilingualText intrinsic_text(const Determinant& d, const BilingualText& label,
                             const GenomeResult& result, const Texts& texts) {
  for (const auto& insertion : result.insertions)
    if (insertion.gene == d.symbol && insertion.place == "upstream")
      return texts.get("evidence.upstream",
                       {{"label", label},
                        {"bases", plain(std::to_string(insertion.end - insertion.start + 1))},
                        {"distance", plain(std::to_string(insertion.distance))}});
  return label;
}

// Only what the other program vouches for: "exact protein, reported by AMRFinderPlus".
BilingualText reported_text(const Determinant& d, const BilingualText& label, const Texts& texts) {
  const auto comma = plain(", ");
  BilingualText allele, function;
  if (d.allele_status != genome::AlleleStatus::novel) allele = allele_text(d, texts) + comma;
  if (d.function != FunctionState::intact) function = function_text(d, texts) + comma;
  return texts.get("evidence.reported", {{"label", label},
                                         {"allele", allele},
                                         {"function", function},
                                         {"program", plain("AMRFinderPlus")}});
}

}  // namespace

BilingualText reason_text(std::string_view code, const Texts& texts) {
  const auto colon = code.find(':');
  const std::string key = "reason." + std::string(code.substr(0, colon));
  if (!texts.has(key)) return plain(std::string(code));
  const auto [a, b] =
      numbers_of(colon == std::string_view::npos ? std::string_view() : code.substr(colon + 1));
  return texts.get(key, {{"a", plain(a)}, {"b", plain(b)}});
}

BilingualText determinant_text(const Determinant& d, const std::string& mechanism,
                               const GenomeResult& result, const Texts& texts) {
  const auto label = texts.get(mechanism_key(d, mechanism, texts), {{"symbol", plain(d.symbol)}});
  if (d.kind == DeterminantKind::mutation) return label + ribosomal_text(d, result, texts);
  if (d.intrinsic) return intrinsic_text(d, label, result, texts);
  if (d.method == "reported") return reported_text(d, label, texts);
  const auto minor = d.minor ? plain(", ") + texts.get("function.minor") : BilingualText();
  return texts.get("evidence.gene",
                   {{"label", label},
                    {"allele", allele_text(d, texts)},
                    {"function", function_text(d, texts)},
                    {"place", copies_text(d, texts) + place_text(d, result, texts) + minor}});
}

BilingualText broken_text(const Determinant& d, const Texts& texts) {
  const auto symbol = d.nearest.empty() || d.nearest == d.symbol
                          ? plain(d.symbol)
                          : texts.get("evidence.nearest",
                                      {{"symbol", plain(d.symbol)}, {"nearest", plain(d.nearest)}});
  return texts.get("evidence.broken", {{"symbol", symbol}, {"function", function_text(d, texts)}});
}

BilingualText target_text(const genome::Target& target, const Texts& texts) {
  BilingualText detail;
  if (!target.detail.empty()) detail = plain(" (") + reason_text(target.detail, texts) + plain(")");
  std::vector<std::string> changes;
  for (const auto& change : target.changes) changes.push_back(change.text);
  return texts.get(
      "evidence.target." + target.state,
      {{"gene", plain(target.gene)}, {"detail", detail}, {"changes", plain(join(changes, ", "))}});
}

BilingualText minor_allele_text(const genome::SiteFraction& site, const Texts& texts) {
  const auto& reads = site.alternative_reads;
  return texts.get("evidence.minor",
                   {{"symbol", plain(site.symbol)},
                    {"percent", plain(std::to_string(std::lround(100 * reads.fraction)))},
                    {"k", plain(std::to_string(reads.forward + reads.reverse))},
                    {"n", plain(std::to_string(reads.reads))}});
}

}  // namespace kres::mechanism
