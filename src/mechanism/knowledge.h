// The project's tables that an explanation rests on, as one value.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/table_source.h"
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

Result<Knowledge> read_knowledge(const TableSource& text_of);

}  // namespace kres::mechanism
