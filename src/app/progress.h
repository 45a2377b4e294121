// Progress on stderr, only when a person is watching.
#pragma once

#include <atomic>
#include <cstdint>
#include <string_view>

namespace kres::app {

void print_step(std::string_view step);  // one line; nothing when stderr is not a terminal

// How much of the input is read: one line that is rewritten. Any thread may call it.
class ReadingProgress {
 public:
  ReadingProgress();
  ~ReadingProgress();  // removes the line
  ReadingProgress(const ReadingProgress&) = delete;
  ReadingProgress& operator=(const ReadingProgress&) = delete;
  void show(std::uint64_t bytes_read, std::uint64_t bytes_total);

 private:
  bool terminal_;
  std::atomic<std::uint64_t> percent_ = 0;
};

// How many of something are done: one line that is rewritten.
class CountProgress {
 public:
  CountProgress();
  ~CountProgress();  // removes the line
  CountProgress(const CountProgress&) = delete;
  CountProgress& operator=(const CountProgress&) = delete;
  void show(std::string_view step, std::string_view of, std::int64_t count, std::string_view unit);

 private:
  bool terminal_;
};

}  // namespace kres::app
