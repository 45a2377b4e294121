// Background work, taken by one runner at a time under a lease that ends by itself.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "base/error.h"
#include "laboratory/job.h"

namespace kres::laboratory {

class JobQueue {
 public:
  virtual ~JobQueue() = default;
  // The queued job of the same kind and isolate if there is one, otherwise a new one: a running job
  // has read its material already and knows nothing of what came since.
  virtual Result<Job> add(const Job& job) = 0;
  // The oldest queued job, or one whose lease ran out; its lease lasts until `until`. The jobs of
  // an isolate are run one after the other, so that the newest result is the last one stored.
  virtual Result<std::optional<Job>> take(Instant now, Instant until) = 0;
  // Prolongs the lease and notes the progress. `conflict` if the lease (job.leases) was lost.
  virtual Result<void> renew(const Job& job, Instant until, const JobProgress& progress) = 0;
  // Ends the run as job.state, job.failures and job.message say. `conflict` if the lease was lost.
  virtual Result<void> finish(const Job& job) = 0;
  // Asks for the end of a job. A queued one is over at once, a running one when its runner has
  // seen it. `conflict` if it is over already.
  virtual Result<Job> cancel(JobId id, const std::string& person, Instant now) = 0;
  virtual Result<std::optional<Job>> find(JobId id) = 0;
  virtual Result<std::optional<Job>> newest_of(IsolateId isolate) = 0;
  virtual Result<std::vector<Job>> recent(int limit) = 0;  // open ones first, then newest first
};

}  // namespace kres::laboratory
