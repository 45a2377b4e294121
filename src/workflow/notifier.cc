#include "workflow/notifier.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/log.h"

namespace kres::workflow {

namespace {
constexpr std::chrono::seconds kPause{60};
constexpr std::chrono::seconds kLongestPause{3600};
}  // namespace

Notifier::Notifier(const NoticeDesk& desk) : desk_(desk), thread_([this] { run(); }) {}

Notifier::~Notifier() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

std::chrono::seconds Notifier::send(std::chrono::seconds pause) {
  const auto round = send_answer_notices(desk_);
  if (!round) log(LogLevel::error, fmt::format("notices: {}", round.error().text()));
  if (round && round->sent > 0)
    log(LogLevel::info, fmt::format("notices: {} answers told", round->sent));
  if (round && round->failed == 0) return kPause;
  return std::min(2 * pause, kLongestPause);
}

void Notifier::run() {
  auto pause = kPause;
  std::unique_lock lock(mutex_);
  do {
    lock.unlock();
    pause = send(pause);
    lock.lock();
  } while (!changed_.wait_for(lock, pause, [this] { return stop_; }));
}

}  // namespace kres::workflow
