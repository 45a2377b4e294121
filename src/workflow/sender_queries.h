// Questions to the laboratories that refer: asked by the criteria or by a person, answered or
// withdrawn, with an audit event for each.
#pragma once

#include <string>

#include "base/error.h"
#include "laboratory/person.h"
#include "laboratory/scope.h"
#include "laboratory/sender_query.h"
#include "workflow/intake_desk.h"

namespace kres::workflow {

// One query for every criterion whose field the referral leaves empty. Requires: a writing unit; a
// referral that was stored just now.
Result<void> ask_what_is_missing(laboratory::UnitOfWork& work,
                                 const laboratory::SubmissionCriteria& criteria,
                                 const laboratory::Isolate& isolate,
                                 const laboratory::Referral& referral, Instant now);

// In a person's own words; the same text is shown in both languages.
Result<laboratory::SenderQuery> ask_sender(const Services& services, const std::string& accession,
                                           const std::string& question,
                                           const laboratory::Person& person);

// `not_found` outside the scope, `conflict` if it is not open any more.
Result<laboratory::SenderQuery> answer_query(const IntakeDesk& desk, laboratory::SenderQueryId id,
                                             const std::string& answer,
                                             const laboratory::Person& person,
                                             const laboratory::Scope& scope);
Result<laboratory::SenderQuery> withdraw_query(const Services& services,
                                               laboratory::SenderQueryId id,
                                               const std::string& reason,
                                               const laboratory::Person& person);

}  // namespace kres::workflow
