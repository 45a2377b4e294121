// The digest of what an answer says while it is drafted and validated, as the audit trail keeps it.
#pragma once

#include <string>

#include "laboratory/answer.h"

namespace kres::laboratory {

// SHA-256 of what it rests on, in which language, amending what, who drafted it and, once it is
// validated, who did and with which remark. Approval changes it not: that is signed.
std::string digest_of_draft(const Answer& answer);

}  // namespace kres::laboratory
