// Pages of a tagged PDF to set text and draw simple shapes on. Lengths are points from the top
// left.
//
// Text is never read as markup and is cleaned (clean_text.h) before it is set.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "report/pdf/style.h"

namespace kres::report::pdf {

inline constexpr double kA4Width = 595.28;
inline constexpr double kA4Height = 841.89;

struct Metadata {
  std::string title, author, subject;
  std::string language;  // BCP 47: "nb-NO"
  Instant created{};
};

struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};

class Canvas;

// A text broken into lines for a given width. Lives no longer than its canvas.
class TextBlock {
 public:
  TextBlock(TextBlock&&) noexcept;
  TextBlock& operator=(TextBlock&&) noexcept;
  ~TextBlock();

  std::size_t lines() const { return tops_.size() - 1; }
  double height() const { return tops_.back(); }
  double height(std::size_t first, std::size_t last) const { return tops_[last] - tops_[first]; }
  double baseline() const { return baseline_; }  // of the first line, from the top
  double natural_width() const { return natural_width_; }

 private:
  friend class Canvas;
  struct Layout;
  TextBlock();
  std::unique_ptr<Layout> layout_;
  std::vector<double> tops_;  // of every line, and the bottom of the last
  double baseline_ = 0;
  double natural_width_ = 0;
};

class Canvas {
 public:
  explicit Canvas(const Metadata& metadata);  // starts the first page, A4
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // Words longer than the width are broken anywhere.
  TextBlock set(const RichText& text, double width, Align align = Align::left);
  void draw(const TextBlock& block, double x, double top);
  // Requires: first <= last <= block.lines(). The first line drawn stands at `top`.
  void draw_lines(const TextBlock& block, std::size_t first, std::size_t last, double x,
                  double top);

  void fill(const Box& box, Colour colour, double radius = 0);
  void outline(const Box& box, Colour colour, double line_width, double radius = 0);
  void line(double x1, double y1, double x2, double y2, Colour colour, double line_width);
  void dot(double x, double y, double radius, Colour colour);
  void triangle(double x, double y, double size, bool points_right, Colour colour);

  // Structure for readers of tagged PDF: "Sect", "H1", "P", "Table", "TR", "TD" ... properly
  // nested.
  void begin_tag(const char* name);
  void end_tag(const char* name);

  void next_page();
  // The finished file. Call once, last. Fails if the library reported an error on the way.
  Result<std::string> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Opens a structure tag for a scope.
class Tag {
 public:
  Tag(Canvas& canvas, const char* name) : canvas_(canvas), name_(name) { canvas_.begin_tag(name_); }
  ~Tag() { canvas_.end_tag(name_); }
  Tag(const Tag&) = delete;
  Tag& operator=(const Tag&) = delete;

 private:
  Canvas& canvas_;
  const char* name_;
};

}  // namespace kres::report::pdf
