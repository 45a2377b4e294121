// The truth for typing, taken from the published files by plain search: no part of the engine.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/scenario/typing/genomes.h"

namespace kres::testing {

struct PublishedScheme {
  std::vector<std::string> loci;
  std::map<std::string, std::map<std::string, std::string>> alleles;  // locus -> number -> bases
  std::map<std::vector<std::string>, std::string> types;              // alleles -> ST
};

PublishedScheme read_scheme(const std::string& name);

// Alleles of each locus that stand base by base in the contigs, on either strand; of several only
// the longest ones.
std::map<std::string, std::set<std::string>> alleles_in(const PublishedScheme& scheme,
                                                        const Contigs& contigs);

// The type of those alleles; empty unless every locus has one and together they are a type.
std::string type_of(const PublishedScheme& scheme,
                    const std::map<std::string, std::set<std::string>>& found);

}  // namespace kres::testing
