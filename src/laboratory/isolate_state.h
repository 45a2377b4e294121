// The states of an isolate on the work list, from the facts about it.
#pragma once

#include <optional>

#include "laboratory/answer.h"
#include "laboratory/isolate.h"
#include "laboratory/job.h"

namespace kres::laboratory {

struct IsolateFacts {
  bool awaits_sample = false;            // its tube is announced and not here
  bool has_genome = false;               // an assembly or reads are stored
  bool has_results = false;              // measurements, or tests that are not withdrawn
  bool has_explanation = false;          // interpreted and explained, with or without a genome
  bool genome_explained = false;         // the explanation rests on a genome
  std::optional<JobState> analysis_job;  // the newest one
  // Of the newest answer; none while another one is due: after a signed preliminary answer, and
  // after a signed one that rests on no genome since the genome is there.
  std::optional<AnswerState> answer;

  bool can_be_explained() const { return has_genome || has_results; }
};

// An answer decides before the analyses: an isolate that is analysed again stays answered until a
// person makes a new draft.
IsolateState state_of(const IsolateFacts& facts);

// How the newest answer stands to what is known of an explained isolate.
enum class Basis {
  current,     // it rests on all of it, or there is no answer
  outdated,    // it rests on an older explanation than the current one
  analysing,   // the current explanation is about to be replaced
  unanalysed,  // results came that no explanation rests on, and no analysis is under way
};

// What the next step depends on.
struct StepFacts {
  IsolateState state = IsolateState::received;
  SampleState sample = SampleState::received;
  bool has_genome = false;
  bool has_measurements = false;
  Basis basis = Basis::current;
};

// What is here is measured first, then it needs a genome, whatever its phenotype has been explained
// by; with both it can be analysed. An outdated answer, signed or not, is drafted and validated
// again.
NextStep next_step(const StepFacts& facts);

}  // namespace kres::laboratory
