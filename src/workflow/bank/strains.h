// Strains: banked from an isolate, grown on in further lots, kept on terms, checked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/bank/lot_check.h"
#include "laboratory/bank/strain.h"
#include "workflow/bank/bank_desk.h"
#include "workflow/bank/positions.h"

namespace kres::workflow {

// What a person states of a lot; its vials are numbered in the order of the positions.
struct NewLot {
  int parent = 0;  // number of the lot it was grown from; 0: the isolate itself
  int passage = 0;
  Date made;
  std::string medium;
  std::string comment;
  std::vector<NamedSpot> vials;  // at least one
};

// By number, in either case; `not_found` if there is none.
Result<laboratory::Strain> strain_numbered(laboratory::UnitOfWork& work, const std::string& number);

// Lot 1 with its vials. Errors: not_found (isolate, box), conflict (banked already, a position
// taken), bad_input (check_terms, check_lot, positions).
Result<laboratory::Strain> bank_isolate(const BankDesk& desk, const std::string& accession,
                                        const laboratory::StrainTerms& terms, const NewLot& lot,
                                        const std::string& person);

Result<laboratory::Lot> add_lot(const BankDesk& desk, const std::string& strain, const NewLot& lot,
                                const std::string& person);

Result<void> change_terms(const BankDesk& desk, const std::string& strain,
                          laboratory::StrainTerms terms, const std::string& person);

// A check of a lot as a person enters it. The isolate's own MICs are filled in beside the repeated
// ones. Errors: not_found (strain, lot, analysis), bad_input (check_lot_check, a MIC without a
// sign the registry knows).
Result<laboratory::LotCheck> enter_check(const BankDesk& desk, const std::string& strain, int lot,
                                         laboratory::LotCheck check, const std::string& person);

}  // namespace kres::workflow
