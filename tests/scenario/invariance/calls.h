// What must not depend on how a genome is written down, as lines of text.
#pragma once

#include <string>
#include <vector>

#include "genome/result/genome_result.h"
#include "tests/scenario/invariance/rewriting.h"

namespace kres::testing {

// Every call of the result on the positions of the original, sorted. Left out: ANI and the share of
// foreign k-mers (a rotation joins other bases at the ends) and the order of contigs.
std::vector<std::string> calls_of(const genome::GenomeResult& result, const Rewritten& rewritten);

}  // namespace kres::testing
