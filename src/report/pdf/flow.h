// A column of content that runs from page to page.
#pragma once

#include <functional>

#include "report/pdf/canvas.h"

namespace kres::report::pdf {

struct Margins {
  double left = 48, right = 48, bottom = 43;
};

class Flow {
 public:
  // Draws what stands on every page, above and below the content; returns the top of the content.
  using PageFrame = std::function<double(Canvas& canvas, int page)>;

  Flow(Canvas& canvas, Margins margins, PageFrame frame);

  Canvas& canvas() { return canvas_; }
  double left() const { return margins_.left; }
  double width() const { return kA4Width - margins_.left - margins_.right; }
  double right() const { return margins_.left + width(); }
  double y() const { return y_; }
  double room() const { return kA4Height - margins_.bottom - y_; }
  // Height of the content area of a page as tall as the current one.
  double page_room() const { return kA4Height - margins_.bottom - top_; }
  bool at_top() const { return y_ <= top_; }
  int page() const { return page_; }

  void advance(double height) { y_ += height; }
  void break_page();
  // Starts a new page if `height` does not fit here but would on an empty page.
  void keep(double height);

  // A paragraph with structure tag `tag`; split between lines only if it is long.
  void paragraph(const RichText& text, const char* tag = "P");
  void paragraph(const RichText& text, double x, double width, const char* tag);

 private:
  Canvas& canvas_;
  Margins margins_;
  PageFrame frame_;
  int page_ = 1;
  double top_ = 0;
  double y_ = 0;
};

// The lines of `block`, from `first` on, that fit into `room`; at least one.
std::size_t lines_that_fit(const TextBlock& block, std::size_t first, double room);

}  // namespace kres::report::pdf
