#include "validation/judge.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "base/text.h"
#include "genome/result/json.h"

namespace kres::validation {

namespace {

bool allowed(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool meets(const ExpectedCall& expected, const std::string& allele,
           const genome::Determinant& call) {
  if (call.allele_status == genome::AlleleStatus::exact && !allele.empty() && call.allele != allele)
    return false;
  return allowed(expected.status, name_of(call.allele_status)) &&
         allowed(expected.function, name_of(call.function)) &&
         allowed(expected.trace, call.trace ? "yes" : "no");
}

std::string described(const ExpectedCall& call) {
  return fmt::format("{} {} trace:{}", join(call.status, "|"), join(call.function, "|"),
                     join(call.trace, "|"));
}

}  // namespace

std::string in_words(const genome::Determinant& call) {
  return fmt::format("{} {} {}{}{} {:.1f}/{:.1f}", call.symbol, name_of(call.allele_status),
                     name_of(call.function),
                     call.function_reason.empty() ? "" : " (" + call.function_reason + ")",
                     call.trace ? " trace" : "", call.identity, call.coverage);
}

std::vector<genome::Determinant> calls_of(const Expectation& expected,
                                          const genome::GenomeResult& result) {
  std::vector<genome::Determinant> calls;
  for (const auto& determinant : result.determinants)
    if (determinant.kind == genome::DeterminantKind::gene &&
        determinant.critical_family == expected.critical)
      calls.push_back(determinant);
  return calls;
}

bool names_wrong_allele(const Expectation& expected, const genome::GenomeResult& result) {
  const bool may_be_exact =
      std::any_of(expected.calls.begin(), expected.calls.end(),
                  [](const ExpectedCall& call) { return allowed(call.status, "exact"); });
  const auto calls = calls_of(expected, result);
  return std::any_of(calls.begin(), calls.end(), [&](const genome::Determinant& call) {
    return call.allele_status == genome::AlleleStatus::exact &&
           (!may_be_exact || call.allele != expected.allele);
  });
}

std::string fault_of(const Expectation& expected, const genome::GenomeResult& result) {
  const auto calls = calls_of(expected, result);
  if (expected.or_each_piece && !calls.empty() &&
      std::all_of(calls.begin(), calls.end(), [&](const auto& call) {
        return meets(expected.calls.front(), expected.allele, call);
      }))
    return "";
  bool met = calls.size() == expected.calls.size();
  if (met) {
    std::vector<std::size_t> order(calls.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    do {
      met = true;
      for (std::size_t i = 0; i < order.size(); ++i)
        met = met && meets(expected.calls[i], expected.allele, calls[order[i]]);
    } while (!met && std::next_permutation(order.begin(), order.end()));
  }
  if (met) return "";
  std::vector<std::string> said, wanted;
  for (const auto& call : calls) said.push_back(in_words(call));
  for (const auto& call : expected.calls) wanted.push_back(described(call));
  return fmt::format("says [{}], must say [{}]", join(said, "; "), join(wanted, "; "));
}

}  // namespace kres::validation
