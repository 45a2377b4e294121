// How text looks: size, weight, colour. The few values that a whole document uses.
#pragma once

#include <string>
#include <vector>

namespace kres::report::pdf {

struct Colour {
  double red = 0, green = 0, blue = 0;  // 0-1
};

enum class Weight { regular = 400, medium = 500, semibold = 600, bold = 700 };
enum class Align { left, right, centre };

struct Style {
  double size = 8.4;  // points
  Weight weight = Weight::regular;
  Colour colour{};
  bool italic = false;
  bool distinct = false;  // serifed I and tailed l: gene names, identifiers
};

// A stretch of text in one style; a text is a list of them, set in one paragraph.
struct Span {
  std::string text;
  Style style{};
};
using RichText = std::vector<Span>;

}  // namespace kres::report::pdf
