#include "workflow/lease_keeper.h"

#include <fmt/format.h>

#include "base/log.h"

namespace kres::workflow {

LeaseKeeper::LeaseKeeper(const Services& services, laboratory::Job job,
                         std::chrono::milliseconds lease)
    : services_(services), job_(std::move(job)), lease_(lease), thread_([this] { keep(); }) {}

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
  while (!stopped_.wait_for(lock, lease_ / 3, [this] { return stop_; })) {
    lock.unlock();
    renew();
    lock.lock();
  }
}

void LeaseKeeper::renew() {
  const auto renewed = [&]() -> Result<void> {
    KRES_ASSIGN(auto work, services_.registry.write());
    KRES_TRY(work->jobs().renew(job_, services_.clock.now() + lease_, percent_));
    return work->commit();
  }();
  if (!renewed)
    log(LogLevel::warning,
        fmt::format("lease of job {} not renewed: {}", job_.id.value, renewed.error().text()));
}

}  // namespace kres::workflow
