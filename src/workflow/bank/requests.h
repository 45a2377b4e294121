// Requests for strains: entered, decided, picked, shipped; the agreements they rest on.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/bank/strain_request.h"
#include "workflow/bank/bank_desk.h"
#include "workflow/bank/positions.h"

namespace kres::workflow {

Result<laboratory::Agreement> add_agreement(const BankDesk& desk, laboratory::Agreement agreement,
                                            const std::string& person);
// The signed document, a PDF. Errors: not_found, conflict (it has one), bad_input (no PDF).
Result<laboratory::Agreement> attach_agreement_document(const BankDesk& desk,
                                                        laboratory::AgreementId id,
                                                        const std::string& bytes,
                                                        const std::string& person);

// By number, in either case; `not_found` if there is none.
Result<laboratory::StrainRequest> request_numbered(laboratory::UnitOfWork& work,
                                                   const std::string& number);

// The strains are named by their numbers. Errors: not_found (strain), check_request().
Result<laboratory::StrainRequest> add_request(const BankDesk& desk,
                                              laboratory::StrainRequest request,
                                              const std::string& person);

struct EnteredStep {
  laboratory::RequestState next = laboratory::RequestState::approved;
  std::string comment;
  laboratory::AgreementId agreement;  // of an approval
  std::vector<std::string> vials;     // codes, of a picking
};

// Takes the request on. An approval needs a valid agreement and terms that allow it; a picking as
// many stored vials of each strain as were asked for (picking.h); shipping checks agreement, terms
// and the checks of the lots again on its day and takes the vials from their positions with the
// reason "shipped". All or nothing. Errors: not_found, check_step(), check_distribution(),
// bad_input and conflict of single vials.
Result<laboratory::StrainRequest> take_step(const BankDesk& desk, const std::string& number,
                                            const EnteredStep& step, const std::string& person);

}  // namespace kres::workflow
