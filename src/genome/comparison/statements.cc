#include "genome/comparison/statements.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "genome/result/json.h"

namespace kres::genome {

namespace {

// "truncated:64" -> "truncated": how much is missing depends on where a contig ends.
std::string code_of(const std::string& reason) { return reason.substr(0, reason.find(':')); }

std::vector<std::string> texts(const std::vector<AminoAcidChange>& changes) {
  std::vector<std::string> texts;
  for (const auto& change : changes) texts.push_back(change.text);
  std::sort(texts.begin(), texts.end());
  return texts;
}

bool cut_short(const std::string& reason) {
  return reason.starts_with("contig_end") || reason.starts_with("split") ||
         reason.starts_with("not_found");
}

Statement of_species(const Species& species) {
  const std::string rank = species.rank.empty() ? "unknown" : species.rank;
  return {"species", "species", species.name.empty() ? rank : species.name + " " + rank};
}

Statement of_mlst(const Mlst& mlst) {
  Statement statement{"mlst", mlst.scheme, "ST" + mlst.st};
  for (const auto& allele : mlst.alleles) {
    statement.words += " " + allele.locus + "=" + allele.call;
    statement.cut = statement.cut || allele.call.ends_with('?') || allele.call == "-";
  }
  return statement;
}

Statement of_determinant(const Determinant& determinant) {
  std::vector<std::string> words{determinant.symbol,
                                 std::string(name_of(determinant.allele_status)),
                                 std::string(name_of(determinant.function))};
  if (!determinant.function_reason.empty())
    words.push_back("(" + code_of(determinant.function_reason) + ")");
  if (determinant.intrinsic) words.push_back("intrinsic");
  if (determinant.trace) words.push_back("trace");
  return {"determinant", determinant.gene + " " + std::string(name_of(determinant.kind)),
          join(words, " "), determinant.contig_end || cut_short(determinant.function_reason)};
}

Statement of_target(const Target& target) {
  std::vector<std::string> words{target.state};
  if (!target.detail.empty()) words.push_back("(" + code_of(target.detail) + ")");
  for (auto& change : texts(target.changes)) words.push_back(std::move(change));
  return {"target", target.gene, join(words, " "), cut_short(target.detail)};
}

Statement of_van(const VanOperon& operon) {
  const bool cut = std::any_of(operon.reasons.begin(), operon.reasons.end(), cut_short);
  return {"van", operon.type, operon.verdict + (operon.intrinsic ? " intrinsic" : ""), cut};
}

auto order(const Statement& one) { return std::tie(one.subject, one.name, one.words); }

}  // namespace

std::vector<Statement> statements_of(const GenomeResult& result) {
  std::vector<Statement> all{of_species(result.species)};
  for (const auto& mlst : result.mlst)
    if (mlst.for_species) all.push_back(of_mlst(mlst));
  for (const auto& one : result.determinants) all.push_back(of_determinant(one));
  for (const auto& one : result.targets) all.push_back(of_target(one));
  for (const auto& one : result.van_operons) all.push_back(of_van(one));
  for (const auto& one : result.replicons) all.push_back({"replicon", one.name, "found"});
  for (const auto& one : result.phenotype)
    all.push_back({"phenotype", one.agent, std::string(name_of(one.prediction))});
  std::sort(all.begin(), all.end(),
            [](const auto& a, const auto& b) { return order(a) < order(b); });
  const auto same = [](const auto& a, const auto& b) { return order(a) == order(b); };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  return all;
}

}  // namespace kres::genome
