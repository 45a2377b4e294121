// What is due in the bank: growth to be checked, vials thawed too often, strains at one site only.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/bank/place_tree.h"
#include "laboratory/ports/strain_repository.h"
#include "laboratory/ports/vial_repository.h"
#include "workflow/bank/bank_desk.h"

namespace kres::workflow {

struct DueLot {
  laboratory::StockedLot lot;
  Date due;
  int days_left = 0;  // negative once it is late
};

struct FewSites {
  std::string strain, accession, species;
  std::vector<std::string> sites;  // names; fewer than the rules ask for
};

struct DueInBank {
  std::vector<DueLot> viability;              // within the notice of the rules, the latest first
  std::vector<laboratory::ShownVial> thawed;  // at or above the limit
  std::vector<FewSites> few_sites;            // by strain
};

Result<DueInBank> due_in_bank(const BankDesk& desk, laboratory::UnitOfWork& work,
                              const laboratory::PlaceTree& tree);

}  // namespace kres::workflow
