#include "laboratory/isolate_state.h"

namespace kres::laboratory {

namespace {

NextStep step_towards_a_genome(const StepFacts& facts) {
  if (facts.sample == SampleState::received && !facts.has_measurements) return NextStep::measure;
  return facts.has_genome ? NextStep::analyse : NextStep::attach_genome;
}

}  // namespace

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
  // What the sender measured is explained before the tube is here, and does not bring it here.
  if (facts.awaits_sample && !facts.has_genome) return IsolateState::expected;
  if (facts.analysis_job == JobState::queued || facts.analysis_job == JobState::running)
    return IsolateState::analysing;
  if (facts.has_explanation && facts.genome_explained) return IsolateState::ready;
  const bool failed = facts.analysis_job == JobState::failed;
  if (facts.has_explanation && !(failed && facts.has_genome)) return IsolateState::awaiting_genome;
  if (failed) return IsolateState::failed;
  return IsolateState::received;
}

NextStep next_step(const StepFacts& facts) {
  if (facts.basis == Basis::analysing) return NextStep::wait;
  if (facts.basis == Basis::unanalysed) return NextStep::analyse;
  if (facts.basis == Basis::outdated) return NextStep::validate;
  switch (facts.state) {
    case IsolateState::expected:
      return NextStep::receive;
    case IsolateState::received:
    case IsolateState::awaiting_genome:
      return step_towards_a_genome(facts);
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
