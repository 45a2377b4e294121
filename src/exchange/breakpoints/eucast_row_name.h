// Takes apart the first cell of a row of EUCAST's breakpoint workbook.
//
// "Meropenem (indications other than meningitis), P. aeruginosa", "Cefuroxime oral (uncomplicated
// UTI only), E. coli, Klebsiella spp. (except K. aerogenes) and P. mirabilis".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "vocabulary/agent_table.h"
#include "vocabulary/organism_table.h"

namespace kres::exchange {

struct EucastRowName {
  std::string agent;  // the project's name; empty if the agent is none of the project's
  std::string route, indication;
  std::vector<std::string> species, except;
  bool others = false;  // "other staphylococci": all that the agent's other rows do not name
};

// Fails on words that are no route, indication or organism, and says which.
Result<EucastRowName> parse_eucast_row_name(std::string_view text, const std::string& group,
                                            const AgentTable& agents,
                                            const OrganismTable& organisms);

}  // namespace kres::exchange
