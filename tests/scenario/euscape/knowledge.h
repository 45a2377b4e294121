// The project's tables, and what they say of every isolate of the collection.
#pragma once

#include <string>
#include <vector>

#include "genome/phenotype/predict.h"
#include "mechanism/explain.h"
#include "susceptibility/interpret.h"
#include "tests/scenario/euscape/collection.h"

namespace kres::euscape {

struct Tables {
  mechanism::Knowledge knowledge;
  susceptibility::Standard standard;
  exchange::GenotypeTables genotype;
};
Result<Tables> load_tables();

// One isolate by one genotype.
struct Answer {
  const Isolate* isolate = nullptr;
  susceptibility::Category measured = susceptibility::Category::S;
  genome::ExpectedCategory expected = genome::ExpectedCategory::none;
  bool carbapenemase = false;  // what the plain rule goes by
  mechanism::AgentExplanation explanation;
};

// with_porins: Kleborate's porins beside AMRFinderPlus' genes.
Result<std::vector<Answer>> answer_all(const Collection& collection, const Tables& tables,
                                       bool with_porins);

}  // namespace kres::euscape
