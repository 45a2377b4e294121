#include "mechanism/evidence_text.h"

#include "base/text.h"
#include "genome/result/json.h"

namespace kres::mechanism {

namespace {

using genome::Determinant;
using genome::DeterminantKind;
using genome::FunctionState;

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

BilingualText place_text(const std::vector<std::string>& contigs, const Texts& texts) {
  if (contigs.empty()) return {};
  std::vector<BilingualText> names;
  for (const auto& contig : contigs) names.push_back(plain(contig));
  return plain(", ") + texts.get("place", {{"contig", listed(names, texts)}});
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
                               const std::vector<std::string>& contigs, const Texts& texts) {
  const auto label = texts.get("mechanism." + (mechanism.empty() ? "imported" : mechanism),
                               {{"symbol", plain(d.symbol)}});
  if (d.kind == DeterminantKind::mutation)
    return texts.get("evidence.mutation", {{"label", label}});
  return texts.get("evidence.gene", {{"label", label},
                                     {"allele", allele_text(d, texts)},
                                     {"function", function_text(d, texts)},
                                     {"place", place_text(contigs, texts)}});
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

}  // namespace kres::mechanism
