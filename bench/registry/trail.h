// Events of the trail at made-up times.
#pragma once

#include <string>

#include "laboratory/ports/registry.h"

namespace kres::bench {

struct Note {
  std::string event, subject, detail, before, after;  // the last two are digests
};
Result<void> note(laboratory::UnitOfWork& work, const std::string& person, Instant time, Note note);

// `hour` o'clock UTC, so many days after a day.
Instant moment(Date day, int days, int hour);

}  // namespace kres::bench
