// The states of an isolate on the work list, from the facts about it.
#pragma once

#include <optional>

#include "laboratory/answer.h"
#include "laboratory/isolate.h"
#include "laboratory/job.h"

namespace kres::laboratory {

struct IsolateFacts {
  bool has_genome = false;               // an assembly is stored
  bool has_explanation = false;          // analysed, interpreted and explained
  std::optional<JobState> analysis_job;  // the newest one
  std::optional<AnswerState> answer;     // of the newest answer
};

// An answer decides before the analyses: an isolate that is analysed again stays answered until a
// person makes a new draft.
IsolateState state_of(const IsolateFacts& facts);

// `received` without a genome waits for it; with one it can be analysed.
NextStep next_step(IsolateState state, bool has_genome);

}  // namespace kres::laboratory
