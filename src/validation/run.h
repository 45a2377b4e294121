// Runs specimens through the engine and notes what was found.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "genome/result/genome_result.h"
#include "sequence/assembly.h"
#include "validation/specimen.h"

namespace kres::validation {

// The analysis under test. May be called by several threads at once.
using Analyse = std::function<genome::GenomeResult(const sequence::Assembly&)>;

struct Outcome {
  std::string family, case_name, detail;
  std::string fault;                // empty: as expected
  bool found = false;               // any call of the critical family
  bool wrong_exact = false;         // an exact allele is named that does not stand there
  std::string digest;               // SHA-256 of the whole result
  std::vector<std::string> others;  // calls of other critical families, in words
};

// Specimens are made when they are needed. Outcomes are in their order, however many threads ran.
std::vector<Outcome> run_specimens(std::size_t count,
                                   const std::function<Specimen(std::size_t)>& specimen,
                                   const Analyse& analyse, int threads);

}  // namespace kres::validation
