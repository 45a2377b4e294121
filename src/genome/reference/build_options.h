// Which releases a reference set is built from.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/files.h"

namespace kres::genome {

// Releases that are not given are not in the set; what only they could tell is then "not
// assessed", never "absent".
struct BuildOptions {
  Path resfinder = "/usr/share/resfinder/db";
  Path kleborate = "/usr/lib/python3/dist-packages/kleborate/data";
  std::optional<Path> pubmlst;  // schemes; one replaces Kleborate's of the same name
  std::optional<Path> species;  // table of further genomes that stand for species
  std::optional<Path> ncbi;     // a release of NCBI's AMRFinderPlus reference, either file layout
  // A release whose nucleotide references (AMR_DNA-*) are taken in place of those of `ncbi`, which
  // newer releases lack.
  std::optional<Path> ncbi_dna;
  std::optional<Path> plasmidfinder;  // a FASTA file of replicons
  std::optional<Path> rrna23s;        // 23S rRNA references with their numbering and positions
  std::map<std::string, std::string> tables;  // curated tables by name: "intrinsic.tsv" -> text
  std::string name = "default";
};

using BuildProgress = std::function<void(std::string_view step)>;

}  // namespace kres::genome
