// What the work on the strain bank needs: the registry and the bank's own rules.
#pragma once

#include "laboratory/bank/bank_rules.h"
#include "workflow/services.h"

namespace kres::workflow {

// All outlives whoever holds this.
struct BankDesk {
  Services services;
  const laboratory::BankRules& rules;
};

}  // namespace kres::workflow
