// How isolates stand, as much of it as a list shows: read for a whole page at once.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "laboratory/isolate.h"
#include "laboratory/isolate_state.h"

namespace kres::laboratory {

struct NewestAnswer {
  AnswerId id;
  std::int64_t revision = 0;
  ExplanationId explanation;  // that it rests on
};

struct Standing {
  std::optional<NewestAnswer> answer;
  bool has_culture = false;  // its pure growth is recorded
  bool has_genome = false;
  bool has_measurements = false;
  bool analysing = false;      // its newest job waits or runs
  bool all_explained = false;  // the current explanation rests on every result that stands, and
                               // on no result of a test that does not
  std::int64_t open_queries = 0;
};
using Standings = std::map<IsolateId, Standing>;

// How the newest answer stands to what is known. The jobs of an isolate are run in order: if the
// newest is over, all are.
Basis basis_of(const Isolate& isolate, const Standing& standing);

NextStep next_step(const Isolate& isolate, const Standing& standing);

}  // namespace kres::laboratory
