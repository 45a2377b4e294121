#include "app/output_stream.h"

#include "app/write_output.h"

namespace kres::app {

namespace {
constexpr std::size_t kPiece = 1 << 16;
}

void OutputStream::add(std::string_view text) {
  held_ += text;
  if (!path_.empty() || held_.size() < kPiece) return;
  if (state_) state_ = write_output({}, held_);
  held_.clear();
}

Result<void> OutputStream::finish() {
  if (state_) state_ = write_output(path_, held_);
  held_.clear();
  return state_;
}

}  // namespace kres::app
