// NCBI's hierarchy of protein families (fam): scope, symbols and curated cut-offs.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::genome {

// Least identity and coverage of the reference protein, per cent.
struct NcbiCutOffs {
  double complete_identity = 90, complete_coverage = 90;
  double partial_identity = 90, partial_coverage = 50;
};

struct NcbiFamily {
  std::string node, parent;
  std::string symbol;  // "blaTEM"; empty if the node names no gene
  std::string type;    // AMR, STRESS, VIRULENCE; empty at the root
  int reportable = 0;
  NcbiCutOffs cut_offs;  // curated for the node (its BLAST rule), else NCBI's defaults
};

class NcbiFamilies {
 public:
  // Text of fam.tab or fam.tsv. Fails on a repeated node, an unknown parent, a circle.
  static Result<NcbiFamilies> parse(std::string_view text, const std::string& file);

  // A rule holds for the node that it stands at. (No node without a rule has one above it.)
  const NcbiFamily* find(std::string_view node) const;
  std::size_t size() const { return families_.size(); }
  const std::map<std::string, NcbiFamily, std::less<>>& all() const { return families_; }

 private:
  std::map<std::string, NcbiFamily, std::less<>> families_;
};

}  // namespace kres::genome
