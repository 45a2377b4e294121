// Runs background jobs: takes one under a lease, does it, stores result and end in one transaction.
#pragma once

#include <chrono>

#include "base/error.h"
#include "workflow/examine.h"
#include "workflow/services.h"

namespace kres::workflow {

struct JobPolicy {
  // How long a runner that has disappeared keeps others from its job; renewed while it works.
  std::chrono::milliseconds lease{20'000};
  // How often its row is told the progress and asked whether somebody wants the job to end.
  std::chrono::milliseconds look{500};
};

// Runs the oldest job that can be run. False if there is none. A job whose work fails is noted with
// the reason and tried again or given up (laboratory/job.h); an error is returned only when the
// registry itself fails.
Result<bool> run_next_job(const Services& services, const Examiner& examiner,
                          const JobPolicy& policy = {});

// Runs until nothing is left; the number of runs.
Result<int> run_pending_jobs(const Services& services, const Examiner& examiner,
                             const JobPolicy& policy = {});

// Asks for the end of a job: one that waits is over at once, one that runs when its runner has seen
// it; a run that ends before that is stored. `not_found`, or `conflict` if it is over.
Result<laboratory::Job> cancel_job(const Services& services, laboratory::JobId id,
                                   const std::string& person);

// Does the work of a job that was given up once more, as a new job: the failed one stays as it is.
// The queued one if there is one already. `not_found`, or `conflict` if the job has not failed.
Result<laboratory::Job> queue_again(const Services& services, laboratory::JobId id,
                                    const std::string& person);

// Asks for a new analysis of an isolate, or a new explanation of its results while no genome has
// come; the queued one if there is one already. `not_found` for an unknown accession, `conflict` if
// there is nothing to explain.
Result<laboratory::Job> request_analysis(const Services& services, const std::string& accession,
                                         const std::string& person);

}  // namespace kres::workflow
