#include "workflow/job_runner.h"

#include <fmt/format.h>

#include "base/log.h"

namespace kres::workflow {

JobRunner::JobRunner(const Services& services, const Examiner& examiner, JobPolicy policy)
    : services_(services), examiner_(examiner), policy_(policy), thread_([this] { run(); }) {}

JobRunner::~JobRunner() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void JobRunner::wake() {
  {
    const std::lock_guard lock(mutex_);
    awake_ = true;
  }
  changed_.notify_all();
}

void JobRunner::run() {
  std::unique_lock lock(mutex_);
  while (!stop_) {
    awake_ = false;
    lock.unlock();
    const auto ran = run_next_job(services_, examiner_, policy_);
    if (!ran) log(LogLevel::error, fmt::format("job runner: {}", ran.error().text()));
    lock.lock();
    if (!ran || !*ran)
      changed_.wait_for(lock, std::chrono::seconds(1), [this] { return stop_ || awake_; });
  }
}

}  // namespace kres::workflow
