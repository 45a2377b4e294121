// What happens to an answer after it was signed: who opened it, whom a notice told of it, and what
// was decided when a later version would answer otherwise.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

// Somebody of the laboratory that referred the isolate opened the answer.
struct AnswerOpening {
  AnswerId answer;
  std::string person;  // username
  std::string form;    // pdf | json
  Instant time{};
};

enum class ChangeChoice { reissue, keep };
std::string_view name_of(ChangeChoice choice);
std::optional<ChangeChoice> change_choice_from(std::string_view name);

// One decision for an answer under one breakpoint version or reference set that would change it.
struct ChangeDecision {
  AnswerId answer;
  std::string version;  // "EUCAST v17.0"
  ChangeChoice choice = ChangeChoice::keep;
  std::string reason;
  std::string person;
  Instant time{};
};

// `bad_input`: keeping an answer needs a reason; no text is longer than 1000 bytes or holds a
// national identity number.
Result<void> check_decision(const ChangeDecision& decision);

}  // namespace kres::laboratory
