// Results of confirmatory tests, read against the genome.
#pragma once

#include <string>
#include <vector>

#include "genome/phenotype/match_rule.h"
#include "genome/result/genome_result.h"
#include "mechanism/confirmatory_tests.h"
#include "mechanism/explain_input.h"
#include "mechanism/explanation.h"
#include "mechanism/texts.h"
#include "vocabulary/organism_table.h"

namespace kres::mechanism {

// One result. What is not valid for the species, or says nothing, is reported and does not count.
struct TestReading {
  const ConfirmatoryTest* test = nullptr;  // nullptr if the program does not know it any more
  TestFinding finding;                     // as reported
  std::vector<Evidence> evidence;          // kind "test", whole sentences
  // What it shows and the genome does not explain: as a sentence, and as a phrase for another one.
  BilingualText unfound_sentence, unfound_phrase;
  bool shows = false;     // demonstrates what it looks for; a gene that the genome has broken: no
  bool suggests = false;  // points to it, no proof
  bool negative = false;  // says that what it looks for is absent
  bool unexplained = false;  // shows it, and a sound genome holds nothing of the kind
  bool in_doubt = false;     // genome and test contradict each other for no known reason
};

struct TestReadingInput {
  const std::vector<TestOutcome>& outcomes;
  const ConfirmatoryTests& tests;
  const genome::RuleTable& rules;
  const genome::GenomeResult* genome = nullptr;  // nullptr without one
  std::optional<Organism> organism;              // nothing if unknown: every test is valid
};

std::vector<TestReading> read_tests(const TestReadingInput& input, const Texts& texts);

// What was found of a subject; the genome must be sound for a "no" to mean anything.
struct SubjectMatch {
  genome::Truth truth = genome::Truth::no;
  std::vector<std::string> symbols;
  bool broken_only = false;  // nothing but broken genes
};
SubjectMatch match_subject(const TestSubject& subject, const genome::GenomeResult& genome,
                           const genome::RuleTable& rules);

// Whether work-up of this code has been done by a test that said something.
bool is_settled(const std::string& code, const std::vector<TestReading>& readings);

// Readings of known tests that fit.
template <class Fits>
std::vector<const TestReading*> readings_that(const std::vector<TestReading>& readings, Fits fits) {
  std::vector<const TestReading*> out;
  for (const auto& reading : readings)
    if (reading.test != nullptr && fits(reading)) out.push_back(&reading);
  return out;
}

}  // namespace kres::mechanism
