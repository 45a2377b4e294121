// What a later explanation of the same isolate says otherwise than an earlier one.
#pragma once

#include <string>
#include <vector>

#include "mechanism/explanation.h"

namespace kres::mechanism {

// A case definition whose verdict is another one.
struct CaseChange {
  std::string definition;  // "CPO"
  CaseStatus before = CaseStatus::not_met, after = CaseStatus::not_met;
};

// An agent that is explained otherwise: its fit, its prediction or a measured category.
struct AgentChange {
  std::string agent;
  BilingualText agent_name;
  BilingualText before, after;  // the sentences; empty where the agent was not spoken of
};

struct ExplanationChange {
  bool organism = false;
  bool verdict = false;                  // the headline, in either language
  std::vector<std::string> found, lost;  // key findings, by symbol
  std::vector<CaseChange> cases;
  std::vector<AgentChange> agents;

  // Wordings alone, versions and work-up are no change: an answer would say the same.
  bool any() const;
};

ExplanationChange explanation_change(const Explanation& before, const Explanation& after);

}  // namespace kres::mechanism
