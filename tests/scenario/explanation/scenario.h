// A case of the explanation as a microbiologist writes it down; form: README.md beside this file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "base/language.h"
#include "genome/result/genome_result.h"
#include "mechanism/explain_input.h"
#include "susceptibility/measurement.h"

namespace kres::mechanism {

struct ScenarioMeasurement {
  susceptibility::Measurement measurement;
  std::string flag;  // of its interpretation, empty if none
};

// What is expected of one agent or one case definition: words, and a sentence unless empty.
struct Expected {
  std::string name, verdict;
  BilingualText sentence;
  std::size_t line = 0;
};

struct Scenario {
  std::string title, file;
  std::size_t line = 0;
  std::string stated;  // species on the referral
  std::optional<genome::GenomeResult> genome;
  std::vector<std::string> unread;  // genes that the genome was not read for
  std::vector<ScenarioMeasurement> measured;
  std::vector<TestOutcome> tests;
  std::vector<Expected> agents, cases, tested;  // tested: the role of each test
  std::vector<std::string> asks, not_asked, key;
  BilingualText verdict;
};

// The agents that a gene acts on and its critical family, by patterns; the first that fits holds.
struct GeneFacts {
  std::string pattern, family;
  std::vector<std::string> agents;
};

Result<std::vector<GeneFacts>> read_gene_facts(const Path& file);
Result<std::vector<Scenario>> read_scenarios(const Path& file, const std::vector<GeneFacts>& facts);

}  // namespace kres::mechanism
