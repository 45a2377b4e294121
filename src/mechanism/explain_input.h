// What an explanation is made from: the measurements, the genome, and the referral's words around
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "genome/result/genome_result.h"
#include "susceptibility/interpretation.h"

namespace kres::mechanism {

// Another isolate that the same sender says is of the same patient.
struct EarlierIsolate {
  std::string accession;
  Date received;
  std::string species;                    // empty if not known
  std::vector<std::string> key_findings;  // symbols
};

// What the referral says around the isolate; stated as context, never as proof. Empty if unknown.
struct ClinicalContext {
  std::string infection_or_carriage;  // infection | carriage
  std::string material;
  std::string travel;           // country or region
  std::string hospital_abroad;  // country or hospital
  std::string known_contact;
  std::string ward;
  std::vector<EarlierIsolate> earlier;  // oldest first
};

// A result of a confirmatory test (data/confirmatory_tests.tsv).
struct TestOutcome {
  std::string test;                   // "carba_np"
  std::vector<std::string> outcomes;  // "positive"; several where the test has them
  std::optional<Date> date;           // of the test, if stated
};

struct ExplainInput {
  std::string isolate;
  std::string organism;  // as the laboratory states it; the genome's species is compared with it
  std::optional<genome::GenomeResult> genome;
  std::vector<susceptibility::Interpretation> measured;
  std::vector<TestOutcome> tests;
  ClinicalContext context;
  Date today;  // chooses the case definitions
};

}  // namespace kres::mechanism
