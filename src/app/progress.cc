#include "app/progress.h"

#include <unistd.h>

#include <cstdio>

#include <fmt/format.h>

namespace kres::app {

void print_step(std::string_view step) {
  if (::isatty(STDERR_FILENO) == 1) fmt::print(stderr, "{} ...\n", step);
}

RewrittenLine::RewrittenLine() : terminal_(::isatty(STDERR_FILENO) == 1) {}

RewrittenLine::~RewrittenLine() { show({}); }

void RewrittenLine::show(const std::string& text) {
  if (!terminal_) return;
  fmt::print(stderr, "\r\033[K{}", text);
  std::fflush(stderr);
}

void ReadingProgress::show(std::uint64_t bytes_read, std::uint64_t bytes_total) {
  if (!line_.is_seen() || bytes_total == 0) return;
  const std::uint64_t percent = 100 * bytes_read / bytes_total;
  if (percent_.exchange(percent) == percent) return;
  line_.show(fmt::format("reading: {} % of {} MB", percent, bytes_total / 1'000'000));
}

void CountProgress::show(std::string_view step, std::string_view of, std::int64_t count,
                         std::string_view unit) {
  if (line_.is_seen()) line_.show(fmt::format("{} {}: {} {}", step, of, count, unit));
}

}  // namespace kres::app
