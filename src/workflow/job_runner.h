// A thread that runs jobs as they come.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "workflow/run_jobs.h"

namespace kres::workflow {

// Requires: services and examiner outlive it.
class JobRunner {
 public:
  JobRunner(const Services& services, const Examiner& examiner, JobPolicy policy = {});
  ~JobRunner();  // lets the job under way end first
  JobRunner(const JobRunner&) = delete;
  JobRunner& operator=(const JobRunner&) = delete;

  void wake();  // there may be a new job; otherwise the queue is looked at every second

 private:
  void run();

  const Services services_;
  const Examiner& examiner_;
  const JobPolicy policy_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stop_ = false;
  bool awake_ = true;
  std::thread thread_;
};

}  // namespace kres::workflow
