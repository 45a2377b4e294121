#include "app/progress.h"

#include <unistd.h>

#include <cstdio>

#include <fmt/format.h>

namespace kres::app {

void print_step(std::string_view step) {
  if (::isatty(STDERR_FILENO) == 1) fmt::print(stderr, "{} ...\n", step);
}

ReadingProgress::ReadingProgress() : terminal_(::isatty(STDERR_FILENO) == 1) {}

ReadingProgress::~ReadingProgress() {
  if (terminal_) fmt::print(stderr, "\r\033[K");
}

void ReadingProgress::show(std::uint64_t bytes_read, std::uint64_t bytes_total) {
  if (!terminal_ || bytes_total == 0) return;
  const std::uint64_t percent = 100 * bytes_read / bytes_total;
  if (percent_.exchange(percent) == percent) return;
  fmt::print(stderr, "\r\033[Kreading: {} % of {} MB", percent, bytes_total / 1'000'000);
  std::fflush(stderr);
}

CountProgress::CountProgress() : terminal_(::isatty(STDERR_FILENO) == 1) {}

CountProgress::~CountProgress() {
  if (terminal_) fmt::print(stderr, "\r\033[K");
}

void CountProgress::show(std::string_view step, std::string_view of, std::int64_t count,
                         std::string_view unit) {
  if (!terminal_) return;
  fmt::print(stderr, "\r\033[K{} {}: {} {}", step, of, count, unit);
  std::fflush(stderr);
}

}  // namespace kres::app
