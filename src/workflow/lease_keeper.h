// Keeps a job's runner and its row in step: renews the lease, notes the progress, hears of the end.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "laboratory/job.h"
#include "workflow/progress.h"
#include "workflow/services.h"

namespace kres::workflow {

class LeaseKeeper {
 public:
  // Looks at the row every `look` or third of the lease, whichever is shorter.
  LeaseKeeper(const Services& services, laboratory::Job job, std::chrono::milliseconds lease,
              std::chrono::milliseconds look);
  ~LeaseKeeper() { stop(); }
  LeaseKeeper(const LeaseKeeper&) = delete;
  LeaseKeeper& operator=(const LeaseKeeper&) = delete;

  bool note(const Progress& progress);  // false: somebody asked for the end of the job
  bool cancelled() const;
  void stop();  // returns when no renewal is under way

 private:
  void keep();
  Result<void> look(std::chrono::steady_clock::time_point now);

  const Services& services_;
  const laboratory::Job job_;
  const std::chrono::milliseconds lease_, look_;
  mutable std::mutex mutex_;
  std::condition_variable stopped_;
  bool stop_ = false;
  bool cancelled_ = false;
  laboratory::JobProgress progress_;
  // Of the thread alone.
  laboratory::JobProgress noted_;
  std::chrono::steady_clock::time_point renewed_ = std::chrono::steady_clock::now();
  std::thread thread_;
};

}  // namespace kres::workflow
