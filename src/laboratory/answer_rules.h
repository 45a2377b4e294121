// Who may take which step with an answer.
//
// Technical validation and medical approval are made by two persons, and neither may be one who
// entered a result the answer rests on. A refusal is a `forbidden` or `conflict` error whose
// message is the key of a translated text (answer.why.*).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/answer.h"
#include "laboratory/isolate_state.h"
#include "laboratory/person.h"

namespace kres::laboratory {

// What the rules look at.
struct AnswerSituation {
  bool explained = false;               // the isolate has a current explanation
  bool genome_read = false;             // which rests on a genome
  bool genome_unread = false;           // a genome is here and the last analysis has not read it
  bool tube_awaited = false;            // and nothing else of the isolate is here
  Basis basis = Basis::current;         // of the newest answer
  std::optional<Answer> newest;         // of the isolate
  bool final_signed = false;            // the isolate has a signed final answer
  std::vector<std::string> entered_by;  // usernames; the measurements the newest rests on
};

// A first draft, one that follows a signed preliminary answer, or one that takes the place of an
// unsigned answer whose basis is outdated.
Result<void> may_draft(const AnswerSituation& situation, const Person& person);
// An unsigned answer that amends no final one becomes preliminary or final, and a draft again.
Result<void> may_change_kind(const AnswerSituation& situation, const Person& person);
// A final answer without a genome says in writing why none is waited for, no other answer does.
// None is given while a genome is here unread, nor while the tube is awaited and nothing else is
// here. Requires: `reason` is trimmed.
Result<void> check_without_genome(const AnswerSituation& situation, bool preliminary,
                                  const std::string& reason);
// Validation and approval are of the newest answer, and of nothing but the current results.
Result<void> may_validate(const AnswerSituation& situation, const Person& person);
Result<void> may_approve(const AnswerSituation& situation, const Person& person);
// A signed final answer is amended by a new draft that names it and says why.
Result<void> may_amend(const AnswerSituation& situation, const Person& person);

}  // namespace kres::laboratory
