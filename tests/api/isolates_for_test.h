// Isolates of a small laboratory, received and examined through the workflow.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "laboratory/referral.h"
#include "laboratory/sample.h"
#include "susceptibility/interpret.h"
#include "tests/api/test_registry.h"

namespace kres::testing {

struct SentIsolate {
  std::string laboratory = "UNN";  // known: UNN, OUS
  std::string sender_id;
  Date received{2026, 11, 18};
  std::string entered_by = "bjarne";  // of its measurements
  laboratory::MicrobeGroup group = laboratory::MicrobeGroup::CPO;
  std::string organism = "Klebsiella pneumoniae";
  std::vector<susceptibility::Measurement>
      measured;  // empty: a constructed meropenem MIC of 8 mg/L
  bool with_genome = true;
  laboratory::SampleState sample = laboratory::SampleState::received;
};

// Receives an isolate with measurements and, unless it is still to come, a genome. Gives its
// accession.
std::string receive_isolate(TestRegistry& registry, const SentIsolate& sent);

// The result of the background job: K. pneumoniae ST11 with blaKPC-2, R to meropenem, a CPO.
void examine_isolate(TestRegistry& registry, const std::string& accession);

// Runs the background jobs that wait, with the program's own interpretation and explanation; every
// genome is of this species and without findings. Isolates without one are explained without.
void run_jobs(TestRegistry& registry, const susceptibility::Standard& standard,
              const std::string& species);

}  // namespace kres::testing
