// A thread that sends the notices of answers: at the start, then every minute.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "workflow/answer_notices.h"

namespace kres::workflow {

// After a round in which a mail failed the pause doubles, up to an hour. Requires: what the desk
// refers to outlives it.
class Notifier {
 public:
  explicit Notifier(const NoticeDesk& desk);
  ~Notifier();
  Notifier(const Notifier&) = delete;
  Notifier& operator=(const Notifier&) = delete;

 private:
  void run();
  // The pause after one round.
  std::chrono::seconds send(std::chrono::seconds pause);

  const NoticeDesk desk_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace kres::workflow
