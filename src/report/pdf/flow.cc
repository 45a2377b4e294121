// Breaks pages between blocks, and inside a block only when it is taller than it should be kept.
#include "report/pdf/flow.h"

#include <algorithm>

namespace kres::report::pdf {
namespace {

// A block up to this part of a page moves to the next page whole.
constexpr double kKeptWhole = 0.25;

}  // namespace

std::size_t lines_that_fit(const TextBlock& block, std::size_t first, double room) {
  std::size_t last = first + 1;
  while (last < block.lines() && block.height(first, last + 1) <= room) ++last;
  return std::min(last, block.lines());
}

Flow::Flow(Canvas& canvas, Margins margins, PageFrame frame)
    : canvas_(canvas), margins_(margins), frame_(std::move(frame)) {
  top_ = y_ = frame_(canvas_, page_);
}

void Flow::break_page() {
  canvas_.next_page();
  ++page_;
  top_ = y_ = frame_(canvas_, page_);
}

void Flow::keep(double height) {
  if (height > room() && !at_top() && height <= page_room()) break_page();
}

void Flow::paragraph(const RichText& text, const char* tag) {
  paragraph(text, left(), width(), tag);
}

void Flow::paragraph(const RichText& text, double x, double width, const char* tag) {
  const TextBlock block = canvas_.set(text, width);
  if (block.height() <= kKeptWhole * page_room()) keep(block.height());
  std::size_t first = 0;
  while (first < block.lines()) {
    if (block.height(first, first + 1) > room() && !at_top()) break_page();
    const std::size_t last = lines_that_fit(block, first, room());
    {
      const Tag structure(canvas_, tag);
      canvas_.draw_lines(block, first, last, x, y_);
    }
    advance(block.height(first, last));
    first = last;
    if (first < block.lines()) break_page();
  }
}

}  // namespace kres::report::pdf
