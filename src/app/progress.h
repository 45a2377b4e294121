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

// How many rows of which table are done: one line that is rewritten.
class RowProgress {
 public:
  RowProgress();
  ~RowProgress();  // removes the line
  RowProgress(const RowProgress&) = delete;
  RowProgress& operator=(const RowProgress&) = delete;
  void show(std::string_view step, std::string_view table, std::int64_t rows);

 private:
  bool terminal_;
};

}  // namespace kres::app
