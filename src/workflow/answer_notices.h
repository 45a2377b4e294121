// Tells the laboratories that referred isolates by mail that an answer is ready.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/ports/mailer.h"
#include "workflow/services.h"

namespace kres::workflow {

// All outlive whoever holds this.
struct NoticeDesk {
  Services services;
  laboratory::Mailer& mailer;
  std::string page;                                           // where the answers are read
  std::map<std::string, std::vector<std::string>> addresses;  // by code of the laboratory
};

struct NoticeRound {
  int sent = 0;    // answers whose laboratory has been told
  int failed = 0;  // that the next round tries again
};

inline constexpr int kNoticeDays = 14;

// Every version signed during the last kNoticeDays days that the audit trail does not say was told
// ("answer.notified"). A mail names the accession and where to log in, and nothing about the
// patient or the result. At least once: a mail whose event could not be written is sent again.
Result<NoticeRound> send_answer_notices(const NoticeDesk& desk);

}  // namespace kres::workflow
