// The curated table of typing schemes: which scheme is for which species, and which comes first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::genome {

struct SchemeRow {
  std::string scheme;                      // "abaumannii_2"
  std::string title;                       // "Pasteur"
  std::vector<std::string> species;        // patterns on the name of a species or complex
  int order = 0;                           // of schemes for one species, lowest first
  std::vector<std::string> repeated_loci;  // found twice in genomes of one strain
};

class SchemeTable {
 public:
  // Columns scheme, title, species (;-separated), order, repeated_loci (;-separated), source. Fails
  // on a scheme that occurs twice.
  static Result<SchemeTable> parse(std::string_view text, const std::string& name);
  const SchemeRow* find(std::string_view scheme) const;  // nullptr: the scheme is for no species
  const std::vector<SchemeRow>& rows() const { return rows_; }

 private:
  std::vector<SchemeRow> rows_;
};

bool is_for_species(const SchemeRow& row, std::string_view species);

}  // namespace kres::genome
