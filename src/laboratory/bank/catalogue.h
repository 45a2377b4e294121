// What can be asked of the bank's catalogue, and what a line of it says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/bank/strain.h"

namespace kres::laboratory {

// in_stock: a vial is left, of a lot that no check has condemned (lot_check.h); distributable: and
// the terms are not closed.
enum class Availability { any, in_stock, distributable };
std::string_view name_of(Availability availability);
std::optional<Availability> availability_from(std::string_view name);

// Of one agent: a MIC within bounds, a category, or both. A bound measured as "<=" counts where its
// range lies within the bounds: "<=0.125" is at most 1, but not known to be at least 0.06.
struct PhenotypeTerm {
  std::string agent;
  std::optional<double> from, to;  // mg/L, both included
  std::string category;            // "S" "I" "R"; empty for any
};

// Every part that is stated must hold. Names of determinants and classes may end in '*'.
struct CatalogueFilter {
  std::string species;  // whole or first words: "Klebsiella", "Escherichia coli"
  std::string st;
  std::vector<std::string> present;  // determinants or classes: "blaOXA-244", "carbapenemase"
  std::vector<std::string> absent;   // in the genome; a strain without one is never found by these
  std::optional<PhenotypeTerm> phenotype;
  std::optional<int> year;  // the isolate was received
  Availability availability = Availability::any;
  std::string text;   // part of number, accession or species
  std::string after;  // number of the last strain of the page before; empty for the first
  int limit = 50;     // 1-500
};

inline constexpr int kMostCatalogueLines = 500;
inline constexpr std::size_t kMostTerms = 20;

struct CatalogueEntry {
  Strain strain;
  std::string accession, species, st;
  std::vector<std::string> key_findings;
  Date received;
  std::int64_t vials = 0;  // left, of lots that no check has condemned
  Distribution distribution = Distribution::closed;
  int risk_group = 0;
};

// Errors (bad_input): a limit out of bounds, too many terms, bounds that exclude each other, a
// phenotype without agent or without bound and category, a '*' that is not the last character.
Result<void> check_filter(const CatalogueFilter& filter);

}  // namespace kres::laboratory
