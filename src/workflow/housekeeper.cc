#include "workflow/housekeeper.h"

#include <fmt/format.h>

#include "base/log.h"

namespace kres::workflow {

Housekeeper::Housekeeper(const UploadDesk& desk) : desk_(desk), thread_([this] { run(); }) {}

Housekeeper::~Housekeeper() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Housekeeper::run() {
  std::unique_lock lock(mutex_);
  do {
    lock.unlock();
    if (const auto ended = remove_stale_uploads(desk_); !ended)
      log(LogLevel::error, fmt::format("housekeeping: {}", ended.error().text()));
    else if (*ended > 0)
      log(LogLevel::info, fmt::format("housekeeping: {} uploads ended", *ended));
    lock.lock();
  } while (!changed_.wait_for(lock, std::chrono::hours(1), [this] { return stop_; }));
}

}  // namespace kres::workflow
