// Renews the lease of a job while it is worked on.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "laboratory/job.h"
#include "workflow/services.h"

namespace kres::workflow {

class LeaseKeeper {
 public:
  LeaseKeeper(const Services& services, laboratory::Job job, std::chrono::milliseconds lease);
  ~LeaseKeeper() { stop(); }
  LeaseKeeper(const LeaseKeeper&) = delete;
  LeaseKeeper& operator=(const LeaseKeeper&) = delete;

  void progress(int percent) { percent_ = percent; }
  void stop();  // returns when no renewal is under way

 private:
  void keep();
  void renew();

  const Services& services_;
  const laboratory::Job job_;
  const std::chrono::milliseconds lease_;
  std::atomic<int> percent_ = 0;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace kres::workflow
