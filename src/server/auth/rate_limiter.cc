#include "server/auth/rate_limiter.h"

#include <iterator>

namespace kres {

std::chrono::seconds RateLimiter::wait(const std::string& key, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto found = attempts_.find(key);
  if (found == attempts_.end())
    return attempts_.size() < kMostKeys ? std::chrono::seconds(0) : limit_.window;
  drop_old(found->second, now);
  if (found->second.size() < limit_.attempts) return std::chrono::seconds(0);
  const auto until = found->second[found->second.size() - limit_.attempts] + limit_.window;
  return std::chrono::ceil<std::chrono::seconds>(until - now);
}

void RateLimiter::count(const std::string& key, Instant now) {
  const std::lock_guard lock(mutex_);
  if (attempts_.size() >= kMostKeys) prune(now);
  if (attempts_.size() >= kMostKeys && !attempts_.contains(key)) return;
  auto& attempts = attempts_[key];
  drop_old(attempts, now);
  attempts.push_back(now);
}

void RateLimiter::take_back(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = attempts_.find(key);
  if (found == attempts_.end()) return;
  if (!found->second.empty()) found->second.pop_back();
  if (found->second.empty()) attempts_.erase(found);
}

void RateLimiter::forget(const std::string& key) {
  const std::lock_guard lock(mutex_);
  attempts_.erase(key);
}

void RateLimiter::drop_old(Attempts& attempts, Instant now) const {
  while (!attempts.empty() && attempts.front() + limit_.window <= now) attempts.pop_front();
}

void RateLimiter::prune(Instant now) {
  for (auto entry = attempts_.begin(); entry != attempts_.end();) {
    drop_old(entry->second, now);
    entry = entry->second.empty() ? attempts_.erase(entry) : std::next(entry);
  }
}

}  // namespace kres
