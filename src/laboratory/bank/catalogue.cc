#include "laboratory/bank/catalogue.h"

#include <array>

#include <fmt/format.h>

#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {

constexpr std::array<NameRow<Availability>, 3> kAvailabilities{
    {{Availability::any, "any"},
     {Availability::in_stock, "in_stock"},
     {Availability::distributable, "distributable"}}};

Result<void> check_terms(const std::vector<std::string>& terms) {
  if (terms.size() > kMostTerms)
    return bad_input(fmt::format("Name at most {} determinants", kMostTerms));
  for (const auto& term : terms) {
    const auto star = term.find('*');
    if (term.empty() || term == "*" || (star != std::string::npos && star + 1 != term.size()))
      return bad_input(fmt::format("'{}' is no determinant; a '*' stands last", term));
  }
  return {};
}

Result<void> check_phenotype(const PhenotypeTerm& term) {
  if (term.agent.empty()) return bad_input("State the agent of the MIC or category");
  if (!term.from && !term.to && term.category.empty())
    return bad_input(fmt::format("State a MIC or a category of {}", term.agent));
  if ((term.from && *term.from <= 0) || (term.to && *term.to <= 0))
    return bad_input("A MIC is above 0 mg/L");
  if (term.from && term.to && *term.to < *term.from)
    return bad_input("The lower bound of the MIC is above the upper one");
  if (!term.category.empty() && term.category != "S" && term.category != "I" &&
      term.category != "R")
    return bad_input("The category is S, I or R");
  return {};
}

}  // namespace

std::string_view name_of(Availability availability) {
  return name_in(kAvailabilities, availability);
}
std::optional<Availability> availability_from(std::string_view name) {
  return value_in<Availability>(kAvailabilities, name);
}

Result<void> check_filter(const CatalogueFilter& filter) {
  if (filter.limit < 1 || filter.limit > kMostCatalogueLines)
    return bad_input(fmt::format("A page has 1 to {} lines", kMostCatalogueLines));
  KRES_TRY(check_terms(filter.present));
  KRES_TRY(check_terms(filter.absent));
  return filter.phenotype ? check_phenotype(*filter.phenotype) : Result<void>();
}

}  // namespace kres::laboratory
