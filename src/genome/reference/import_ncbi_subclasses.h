// Which agents NCBI's subclasses mean: data/ncbi_subclasses.tsv.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace kres::genome {

struct NcbiAgents {
  std::vector<std::string> agents;   // ours, sorted
  std::vector<std::string> unknown;  // subclasses that the table does not know
};

class NcbiSubclasses {
 public:
  // Columns: subclass, only_for (empty: all), agents (;-separated, empty where a subclass names no
  // agent), source.
  static Result<NcbiSubclasses> parse(std::string_view text, const std::string& name);

  // `subclass` as a release writes it: "AMIKACIN/KANAMYCIN". `only_for`: what rows may be limited
  // to, the first that has a row counts: node and mechanism of a gene ("mecR1", "hydrolase"), or
  // taxgroup and gene of a mutation ("Enterococcus_faecium:pbp5").
  NcbiAgents agents_of(std::string_view subclass,
                       const std::vector<std::string>& only_for = {}) const;

 private:
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> agents_;
};

// "lincosamide, macrolide" of "LINCOSAMIDE/MACROLIDE".
std::string ncbi_drug_class(std::string_view text);

}  // namespace kres::genome
