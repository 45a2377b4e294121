#include "workflow/lease_keeper.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/log.h"

namespace kres::workflow {

using std::chrono::steady_clock;

namespace {

int percent_of(const Progress& progress) {
  if (progress.bytes_total == 0) return 0;
  const double share =
      static_cast<double>(progress.bytes_read) / static_cast<double>(progress.bytes_total);
  return static_cast<int>(100 * std::min(share, 1.0));
}

}  // namespace

LeaseKeeper::LeaseKeeper(const Services& services, laboratory::Job job,
                         std::chrono::milliseconds lease, std::chrono::milliseconds look)
    : services_(services),
      job_(std::move(job)),
      lease_(lease),
      look_(std::min(look, lease / 3)),
      thread_([this] { keep(); }) {}

bool LeaseKeeper::note(const Progress& progress) {
  const std::lock_guard lock(mutex_);
  progress_ = {progress.stage, std::max(progress_.percent, percent_of(progress))};
  return !cancelled_;
}

bool LeaseKeeper::cancelled() const {
  const std::lock_guard lock(mutex_);
  return cancelled_;
}

void LeaseKeeper::stop() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  stopped_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void LeaseKeeper::keep() {
  std::unique_lock lock(mutex_);
  while (!stopped_.wait_for(lock, look_, [this] { return stop_; })) {
    lock.unlock();
    if (const auto looked = look(steady_clock::now()); !looked)
      log(LogLevel::warning,
          fmt::format("lease of job {} not renewed: {}", job_.id.value, looked.error().text()));
    lock.lock();
  }
}

Result<void> LeaseKeeper::look(steady_clock::time_point now) {
  laboratory::JobProgress progress;
  {
    const std::lock_guard lock(mutex_);
    progress = progress_;
  }
  if (progress != noted_ || now - renewed_ >= lease_ / 3) {
    KRES_ASSIGN(auto work, services_.registry.lease());
    KRES_TRY(work->jobs().renew(job_, services_.clock.now() + lease_, progress));
    KRES_TRY(work->commit());
    noted_ = progress;
    renewed_ = now;
  }
  KRES_ASSIGN(auto work, services_.registry.read());
  KRES_ASSIGN(const auto job, work->jobs().find(job_.id));
  if (job && !job->cancelled_by.empty()) {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
  }
  return {};
}

}  // namespace kres::workflow
