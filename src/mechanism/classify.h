// Puts one agent into a class by what was measured and what the genome predicts.
#pragma once

#include <string>

#include "genome/phenotype/rule_table.h"
#include "genome/result/genome_result.h"
#include "mechanism/explanation.h"
#include "mechanism/measured_state.h"

namespace kres::mechanism {

// What is known about one agent before it is classified.
struct AgentFacts {
  Measured measured;
  bool has_genome = false;
  genome::Prediction predicted = genome::Prediction::no_rule;
  genome::RuleEffect strongest = genome::RuleEffect::contributes;  // of the explaining findings
  bool finding_is_firm = false;      // a rule spoke on a finding that is complete and intact
  bool finding_is_critical = false;  // a firm one is of a critical family, as a carbapenemase
  bool finding_is_open = false;      // a rule spoke on a partial, ambiguous or unassessable finding
  bool finding_is_minor = false;     // a rule spoke on a gene with the depth of a contaminant
  bool minor_allele = false;         // a catalogued change in too few reads to be called
  bool unread = false;               // a gene that rules ask for was not read
  bool loss_unreported = false;      // it is a target of whose loss a genotype table does not tell
  std::string_view held_by_control;  // qc_out | qc_rejected: the value does not count; else empty
  bool intrinsic = false;            // an intrinsic determinant acts on the agent
  bool has_ecoff = false;            // the wild type, with its own genes, is known by its MICs
  bool unclassified_change = false;  // in a target gene of this agent
  bool mixture = false;              // the genome is contaminated
  bool shown_by_test = false;        // a test shows a mechanism that the genome does not hold
  bool species_differs = false;      // the genome is of another species than stated
  bool implausible = false;          // part of an implausible pattern
};

struct Judgement {
  Fit fit;
  std::string reason;  // with the class the key of the sentence: fit.<fit>.<reason>
};

Judgement classify(const AgentFacts& facts);

}  // namespace kres::mechanism
