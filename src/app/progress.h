// Progress on stderr, only when a person is watching.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

namespace kres::app {

void print_step(std::string_view step);  // one line; nothing when stderr is not a terminal

// A line that is rewritten, and removed in the end; nothing when stderr is not a terminal.
class RewrittenLine {
 public:
  RewrittenLine();
  ~RewrittenLine();
  RewrittenLine(const RewrittenLine&) = delete;
  RewrittenLine& operator=(const RewrittenLine&) = delete;
  bool is_seen() const { return terminal_; }
  void show(const std::string& text);

 private:
  bool terminal_;
};

// How much of the input is read. Any thread may call it.
class ReadingProgress {
 public:
  void show(std::uint64_t bytes_read, std::uint64_t bytes_total);

 private:
  RewrittenLine line_;
  std::atomic<std::uint64_t> percent_ = 0;
};

// How many of something are done.
class CountProgress {
 public:
  void show(std::string_view step, std::string_view of, std::int64_t count, std::string_view unit);

 private:
  RewrittenLine line_;
};

}  // namespace kres::app
