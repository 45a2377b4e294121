// The curated table of gene families: which genes are critical, and agents that a release does not
// name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::genome {

struct GeneFamily {
  std::string pattern;   // glob on the gene's name, first match wins
  std::string critical;  // carbapenemase | mcr | van | 16s_methylase | oxazolidinone | empty
  std::vector<std::string> add_agents;  // ours
};

class GeneFamilies {
 public:
  // Columns: pattern, critical, add_agents (;-separated), source.
  static Result<GeneFamilies> parse(std::string_view text, const std::string& name);
  const GeneFamily* find(std::string_view gene_name) const;

 private:
  std::vector<GeneFamily> families_;
};

// "blaKPC" of "blaKPC-2", "mcr-1" of "mcr-1.1"; other names are genes already.
std::string gene_of(std::string_view allele_name);

}  // namespace kres::genome
