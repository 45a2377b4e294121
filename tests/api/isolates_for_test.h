// Isolates of a small laboratory, received and examined through the workflow.
#pragma once

#include <string>

#include "base/date.h"
#include "laboratory/referral.h"
#include "tests/api/test_registry.h"

namespace kres::testing {

struct SentIsolate {
  std::string laboratory = "UNN";  // known: UNN, OUS
  std::string sender_id;
  Date received{2026, 11, 18};
  std::string entered_by = "bjarne";  // of its measurements
  laboratory::MicrobeGroup group = laboratory::MicrobeGroup::CPO;
};

// Receives an isolate with a genome and a constructed meropenem MIC of 8 mg/L. Gives its accession.
std::string receive_isolate(TestRegistry& registry, const SentIsolate& sent);

// The result of the background job: K. pneumoniae ST11 with blaKPC-2, R to meropenem, a CPO.
void examine_isolate(TestRegistry& registry, const std::string& accession);

}  // namespace kres::testing
