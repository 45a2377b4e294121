// Lets one thread in at a time, and only one more wait for a moment: a service that hangs must not
// hold up everyone who would ask it.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>

namespace kres::oidc {

class Turnstile {
 public:
  using Turn = std::unique_lock<std::timed_mutex>;  // whoever owns it is inside

  // A turn that owns nothing if somebody waits already, or whoever is inside stays too long.
  Turn enter(std::chrono::milliseconds patience) {
    Turn turn(inside_, std::try_to_lock);
    if (turn) return turn;
    if (!waiting_.exchange(true)) {
      (void)turn.try_lock_for(patience);
      waiting_ = false;
    }
    return turn;
  }

 private:
  std::timed_mutex inside_;
  std::atomic<bool> waiting_{false};
};

}  // namespace kres::oidc
