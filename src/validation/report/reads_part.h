// What tools/validate-reads measured on simulated reads, as the report prints it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "validation/summary.h"

namespace kres::validation {

// Reads beside the finished genome at one depth: statements, by what became of them.
struct DepthRow {
  double depth = 0;  // x
  std::uint32_t samples = 0;
  std::uint32_t same = 0;
  std::uint32_t left_open = 0;   // partial, not assessable, not covered
  std::uint32_t unreported = 0;  // not listed, in a sample that says its depth is too low
  std::uint32_t lost = 0;        // neither called nor left open
  std::uint32_t added = 0;       // called, but not in the genome
  std::uint32_t wrong = 0;       // another allele, state, type or species, or wild type by mistake
};

struct CopiesRow {
  double depth = 0;
  std::uint32_t copies = 0;  // of six 23S copies that hold G2576T
  Proportion called, right;  // the mutation at all; the number of copies
};

struct MixtureRow {
  std::string kind;            // other_species | other_st | same_st
  double percent = 0;          // of the depth from the second strain
  Proportion detected, clean;  // clean: no gene of the second strain without its mark
};

struct ReadsPart {
  std::string simulator;
  std::vector<DepthRow> titration;
  std::vector<CopiesRow> ribosomal;
  std::vector<MixtureRow> mixtures;
  std::vector<Figure> figures;
  std::vector<std::string> faults;
};

// The file reads.json of tools/validate-reads; errors name `name`.
Result<ReadsPart> parse_reads_part(std::string_view text, const std::string& name);

}  // namespace kres::validation
