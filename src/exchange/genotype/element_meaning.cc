#include "exchange/genotype/element_meaning.h"

#include <algorithm>

namespace kres::exchange {

namespace {

using genome::AlleleStatus;
using genome::FunctionState;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Methods end in what was searched: X translated, P protein, N nucleotide.
std::string_view without_search(std::string_view method) {
  if (!method.empty() && (method.back() == 'X' || method.back() == 'P' || method.back() == 'N'))
    method.remove_suffix(1);
  return method;
}

}  // namespace

bool names_an_allele(std::string_view symbol) {
  if (!symbol.starts_with("bla") && !symbol.starts_with("mcr-")) return false;
  const auto dash = symbol.rfind('-');
  return dash != std::string_view::npos && dash + 1 < symbol.size() && is_digit(symbol[dash + 1]) &&
         (symbol.starts_with("bla") || symbol.find('.', dash) != std::string_view::npos);
}

Wholeness wholeness_of(std::string_view method, std::string_view symbol) {
  if (method.empty())
    return {.status = names_an_allele(symbol) ? AlleleStatus::exact_protein : AlleleStatus::novel};
  if (method == "INTERNAL_STOP") return {.function = FunctionState::broken};
  const auto kind = without_search(method);
  if (kind == "ALLELE" || kind == "EXACT") return {.status = AlleleStatus::exact_protein};
  if (kind == "BLAST") return {};
  if (kind == "PARTIAL")
    return {.status = AlleleStatus::partial, .function = FunctionState::not_assessable};
  if (kind == "PARTIAL_CONTIG_END")
    return {.status = AlleleStatus::partial,
            .function = FunctionState::not_assessable,
            .contig_end = true};
  return {.function = FunctionState::not_assessable, .known = method == "HMM"};
}

std::optional<PointChange> point_change(std::string_view symbol, std::string_view subtype) {
  const auto cut = symbol.rfind('_');
  if (cut == std::string_view::npos || cut == 0 || cut + 1 == symbol.size()) return std::nullopt;
  const auto change = symbol.substr(cut + 1);
  if (std::none_of(change.begin(), change.end(), is_digit)) return std::nullopt;
  const bool loss = subtype == "POINT_DISRUPT" || change.find("STOP") != std::string_view::npos ||
                    change.find("Ter") != std::string_view::npos ||
                    change.find("fs") != std::string_view::npos;
  return PointChange{std::string(symbol.substr(0, cut)), std::string(change), loss};
}

}  // namespace kres::exchange
