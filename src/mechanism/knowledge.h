// The project's tables that an explanation rests on, as one value.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"
#include "genome/phenotype/rule_table.h"
#include "mechanism/case_definitions.h"
#include "mechanism/confirmatory_tests.h"
#include "mechanism/judgement_tables.h"
#include "mechanism/notification.h"
#include "mechanism/target_hints.h"
#include "mechanism/texts.h"
#include "vocabulary/agent_table.h"
#include "vocabulary/organism_table.h"

namespace kres::mechanism {

struct Knowledge {
  AgentTable agents;
  OrganismTable organisms;
  genome::RuleTable rules;
  CaseDefinitions cases;
  std::vector<ImplausiblePattern> implausible;
  std::vector<WorkUpRow> work_up;
  Texts texts;
  ConfirmatoryTests tests;
  std::vector<NotificationRule> notification;
  std::vector<HintRegion> hint_regions;
};

// The texts of the tables, named after their files in data/.
struct KnowledgeSources {
  std::string_view agents;             // agents.tsv
  std::string_view organisms;          // organisms.tsv
  std::string_view rules;              // rules/phenotype.tsv
  std::string_view gene_classes;       // rules/gene_classes.tsv
  std::string_view implausible;        // rules/implausible.tsv
  std::string_view work_up;            // rules/work_up.tsv
  std::string_view case_definitions;   // case_definitions.tsv
  std::string_view explanation_texts;  // texts/explanation.tsv
  std::string_view work_up_texts;      // texts/work_up.tsv
  std::string_view tests;              // confirmatory_tests.tsv
  std::string_view test_outcomes;      // confirmatory_outcomes.tsv
  std::string_view notification;       // notification.tsv
  std::string_view hint_regions;       // rules/hint_regions.tsv
};

Result<Knowledge> parse_knowledge(const KnowledgeSources& sources);

}  // namespace kres::mechanism
