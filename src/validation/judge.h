// Compares what a result says of a specimen with what must be said.
#pragma once

#include <string>
#include <vector>

#include "genome/result/genome_result.h"
#include "validation/specimen.h"

namespace kres::validation {

// Empty if everything is as expected, else what differs, for a person.
std::string fault_of(const Expectation& expected, const genome::GenomeResult& result);

// Calls of the expected critical family.
std::vector<genome::Determinant> calls_of(const Expectation& expected,
                                          const genome::GenomeResult& result);

// Whether a call is exact where none may be, or exact by another name than the gene's.
bool names_wrong_allele(const Expectation& expected, const genome::GenomeResult& result);

// "blaKPC partial not_assessable (split) trace": a call in few words.
std::string in_words(const genome::Determinant& call);

}  // namespace kres::validation
