// Answers: every version stays.
#pragma once

#include <optional>
#include <vector>

#include "base/error.h"
#include "laboratory/answer.h"
#include "laboratory/referral.h"

namespace kres::laboratory {

// When the first final answer of an isolate reached its milestones.
struct AnsweredTimes {
  MicrobeGroup group = MicrobeGroup::CPO;
  Date received;
  bool tube = false;                 // it came as a tube
  std::optional<Date> cultured;      // as recorded last
  std::optional<Instant> measured;   // the first result was entered
  std::optional<Instant> sequenced;  // the first genome was stored
  std::optional<Instant> explained, validated, approved;
};

class AnswerRepository {
 public:
  virtual ~AnswerRepository() = default;
  // `conflict` if the isolate has this version already.
  virtual Result<AnswerId> add(const Answer& answer) = 0;
  // The next step only: validation of a draft, signature of a validated one, or an unsigned one
  // drafted again. `conflict` if the stored revision is not answer.revision. Returns it with the
  // next revision.
  virtual Result<Answer> update(Answer answer) = 0;
  virtual Result<std::optional<Answer>> find(AnswerId id) = 0;
  virtual Result<std::vector<Answer>> of(IsolateId isolate) = 0;  // newest version first
  // The same of several isolates, one isolate behind the other.
  virtual Result<std::vector<Answer>> of_each(const std::vector<IsolateId>& isolates) = 0;
  virtual Result<std::vector<Answer>> all_signed() = 0;  // by number
  // The newest signed version of isolates that have another explanation since: the next ones after
  // a number, by number.
  virtual Result<std::vector<Answer>> explained_anew(AnswerId after, int limit) = 0;
  virtual Result<std::vector<Answer>> signed_since(Instant since) = 0;
  // Of every isolate whose first final answer was signed on this day (UTC) or later.
  virtual Result<std::vector<AnsweredTimes>> first_answers(Date since) = 0;
};

}  // namespace kres::laboratory
