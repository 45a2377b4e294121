// The turnaround of answers, with the months that are over counted once.
#pragma once

#include <map>
#include <mutex>

#include "base/error.h"
#include "laboratory/ports/clock.h"
#include "laboratory/ports/registry.h"
#include "laboratory/turnaround_report.h"

namespace kres::workflow {

// A first answer that is signed stays, with its times, so a month that is over never counts
// otherwise. Of one registry; used by several threads.
class TurnaroundMonths {
 public:
  // Of all answers first signed on this day (UTC) or later. Requires: the first day of a month; a
  // unit that sees everything.
  Result<laboratory::TurnaroundReport> report(laboratory::UnitOfWork& work,
                                              const laboratory::Clock& clock, Date since);

 private:
  using Months = std::map<Date, laboratory::TurnaroundTally>;  // by first day

  // Adds the months that are known; gives the first that is not.
  Date add_known(laboratory::TurnaroundTally& tally, Date since);
  void remember(Months months, Date from, Date now);

  std::mutex mutex_;
  Months over_;
};

}  // namespace kres::workflow
