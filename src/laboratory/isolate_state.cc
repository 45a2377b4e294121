#include "laboratory/isolate_state.h"

namespace kres::laboratory {

IsolateState state_of(const IsolateFacts& facts) {
  if (facts.answer) {
    switch (*facts.answer) {
      case AnswerState::draft:
        return IsolateState::draft;
      case AnswerState::validated:
        return IsolateState::validated;
      case AnswerState::signed_:
        return IsolateState::answered;
    }
  }
  if (facts.analysis_job == JobState::queued || facts.analysis_job == JobState::running)
    return IsolateState::analysing;
  if (facts.has_explanation) return IsolateState::ready;
  if (facts.analysis_job == JobState::failed) return IsolateState::failed;
  return IsolateState::received;
}

NextStep next_step(IsolateState state, bool has_genome, Basis basis) {
  if (basis == Basis::analysing) return NextStep::wait;
  if (basis == Basis::unanalysed) return NextStep::analyse;
  if (basis == Basis::outdated) return NextStep::validate;
  switch (state) {
    case IsolateState::received:
      return has_genome ? NextStep::analyse : NextStep::wait;
    case IsolateState::analysing:
      return NextStep::wait;
    case IsolateState::ready:
    case IsolateState::draft:
      return NextStep::validate;
    case IsolateState::validated:
      return NextStep::approve;
    case IsolateState::failed:
      return NextStep::analyse;
    case IsolateState::answered:
      return NextStep::none;
  }
  return NextStep::none;
}

}  // namespace kres::laboratory
