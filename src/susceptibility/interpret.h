// Interprets measurements under one breakpoint version.
#pragma once

#include <memory>
#include <vector>

#include "susceptibility/breakpoint_table.h"
#include "susceptibility/ecoff_table.h"
#include "susceptibility/expected_resistance.h"
#include "susceptibility/expert_rules.h"
#include "susceptibility/guideline_differences.h"
#include "susceptibility/interpretation.h"
#include "susceptibility/qc_rules.h"
#include "vocabulary/organism_table.h"

namespace kres::susceptibility {

// What interpretation rests on; owned by the caller, immutable.
struct Standard {
  BreakpointTable breakpoints;
  EcoffTable ecoffs;
  OrganismTable organisms;
  ExpectedResistance expected;
  ExpertRules expert_rules;
  GuidelineDifferences differences;
  QcRules control;
};

// Interprets many measurements, each on its own: what depends on organism, agent, indication, route
// and unit alone is looked up once. Not for several threads at a time.
class Interpreter {
 public:
  // Requires: the standard outlives the interpreter.
  explicit Interpreter(const Standard& standard);
  ~Interpreter();
  Interpretation operator()(const Measurement& measurement);

 private:
  struct Known;
  std::unique_ptr<Known> known_;
};

// One measurement on its own, without expert rules.
// Requires: the measurement came through the checks of read_measurements (known agent, possible
// value). Never fails: what cannot be categorised says why.
Interpretation interpret(const Measurement& measurement, const Standard& standard);
// The measurements of one isolate, each on its own and then by the expert rules together.
std::vector<Interpretation> interpret_isolate(const std::vector<Measurement>& measurements,
                                              const Standard& standard);

}  // namespace kres::susceptibility
