// Counts failed attempts per key in a sliding window, so that guessing passwords takes too long.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <unordered_map>

#include "base/date.h"

namespace kres {

struct RateLimit {
  std::size_t attempts = 5;
  std::chrono::seconds window{900};
};

// Usable from several threads. Remembers at most kMostKeys keys: when there are more, those whose
// window is over are dropped, and if none is, every new key is made to wait.
class RateLimiter {
 public:
  static constexpr std::size_t kMostKeys = 100'000;

  explicit RateLimiter(RateLimit limit) : limit_(limit) {}

  // Zero if the key may try now, else how long it has to wait.
  std::chrono::seconds wait(const std::string& key, Instant now);
  // An attempt begins: it counts as failed until it is taken back, so that attempts made at the
  // same time count too.
  void count(const std::string& key, Instant now);
  void take_back(const std::string& key);  // the newest attempt succeeded
  void forget(const std::string& key);     // all earlier failures are forgiven

 private:
  using Attempts = std::deque<Instant>;
  void drop_old(Attempts& attempts, Instant now) const;
  void prune(Instant now);

  const RateLimit limit_;
  std::mutex mutex_;
  std::unordered_map<std::string, Attempts> attempts_;
};

}  // namespace kres
