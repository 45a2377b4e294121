#include "laboratory/standing.h"

namespace kres::laboratory {

Basis basis_of(const Isolate& isolate, const Standing& standing) {
  if (!isolate.current_explanation) return Basis::current;
  if (standing.analysing) return Basis::analysing;
  if (!standing.all_explained) return Basis::unanalysed;
  const auto& newest = standing.answer;
  return newest && newest->explanation != isolate.current_explanation ? Basis::outdated
                                                                      : Basis::current;
}

NextStep next_step(const Isolate& isolate, const Standing& standing) {
  return next_step({.state = isolate.state,
                    .sample = isolate.sample,
                    .has_genome = standing.has_genome,
                    .has_measurements = standing.has_measurements,
                    .basis = basis_of(isolate, standing)});
}

}  // namespace kres::laboratory
