// What a result says, sentence by sentence, in words that do not depend on contigs and positions.
#pragma once

#include <string>
#include <vector>

#include "genome/result/genome_result.h"

namespace kres::genome {

struct Statement {
  std::string subject;  // species | mlst | determinant | target | van | replicon | phenotype
  std::string name;     // what it is about: gene and kind, scheme, target, type, agent
  std::string words;    // "blaSHV-11 exact intact intrinsic"
  bool cut = false;     // a contig end stands in the way of saying more
};

// Sorted, each once: equal copies of a gene make one statement.
std::vector<Statement> statements_of(const GenomeResult& result);

}  // namespace kres::genome
