#include "server/auth/rate_limiter.h"

#include <gtest/gtest.h>

using kres::Instant;
using kres::RateLimiter;
using namespace std::chrono_literals;

namespace {
const Instant kStart = kres::parse_instant("2026-03-02T08:00:00Z").value();
}

TEST(RateLimiter, MakesAKeyWaitAfterTooManyFailures) {
  RateLimiter limiter({.attempts = 3, .window = 60s});
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(limiter.wait("kari", kStart + i * 10s), 0s);
    limiter.count("kari", kStart + i * 10s);
  }
  EXPECT_EQ(limiter.wait("kari", kStart + 20s), 40s);
  EXPECT_EQ(limiter.wait("kari", kStart + 59s + 500ms), 1s);
  EXPECT_EQ(limiter.wait("ola", kStart + 20s), 0s);
}

TEST(RateLimiter, TheWindowSlides) {
  RateLimiter limiter({.attempts = 2, .window = 60s});
  limiter.count("kari", kStart);
  limiter.count("kari", kStart + 30s);
  EXPECT_EQ(limiter.wait("kari", kStart + 60s), 0s);
  limiter.count("kari", kStart + 60s);
  EXPECT_EQ(limiter.wait("kari", kStart + 60s), 30s);
}

TEST(RateLimiter, SuccessForgetsTheFailures) {
  RateLimiter limiter({.attempts = 1, .window = 60s});
  limiter.count("kari", kStart);
  EXPECT_GT(limiter.wait("kari", kStart), 0s);
  limiter.forget("kari");
  EXPECT_EQ(limiter.wait("kari", kStart), 0s);
}

TEST(RateLimiter, AnAttemptTakenBackDoesNotCount) {
  RateLimiter limiter({.attempts = 2, .window = 60s});
  for (int i = 0; i < 10; ++i) {
    limiter.count("kari", kStart);
    limiter.take_back("kari");
  }
  limiter.count("kari", kStart);
  EXPECT_EQ(limiter.wait("kari", kStart), 0s);
  limiter.take_back("nobody");
}

TEST(RateLimiter, MemoryIsBounded) {
  RateLimiter limiter({.attempts = 1, .window = 60s});
  for (std::size_t i = 0; i < RateLimiter::kMostKeys; ++i) limiter.count(std::to_string(i), kStart);
  EXPECT_EQ(limiter.wait("kari", kStart), 60s);  // full of fresh failures: an attack
  limiter.count("kari", kStart + 60s);           // their window is over, room is made
  EXPECT_EQ(limiter.wait("ola", kStart + 60s), 0s);
  EXPECT_GT(limiter.wait("kari", kStart + 61s), 0s);
}
