// Compares the row of a signed answer with the document that was signed.
#pragma once

#include <string>

#include "laboratory/answer.h"
#include "workflow/services.h"

namespace kres::workflow {

// Accession, version, language, kind, reason and remarks. `corrupt` names the first that differs;
// files that are lost or damaged are verified apart. Requires: the answer is signed and whole.
Result<void> verify_document(const Services& services, const laboratory::Answer& answer,
                             const std::string& name);

}  // namespace kres::workflow
