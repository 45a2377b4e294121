#include "report/labels/label_pdf.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/labels/symbol.h"

namespace kres::report::labels {

namespace {

constexpr double kPoint = 72 / 25.4;  // points of a millimetre
constexpr double kPadding = 1;        // mm inside a label's edge: printers are off by as much
constexpr pdf::Colour kBlack{0, 0, 0};
// Narrower modules are lost by hand scanners on paper of office printers (mm).
constexpr double kLeastBar = 0.19, kLeastSquare = 0.25;
constexpr double kWidestBar = 0.4, kWidestSquare = 0.8;
constexpr double kLeastBars = 5, kMostBars = 12;  // height of a code 128, mm

// A part of a label, in mm of the sheet.
struct Area {
  double x = 0, y = 0, width = 0, height = 0;
};

pdf::Box box_of(const Area& area) {
  return {area.x * kPoint, area.y * kPoint, area.width * kPoint, area.height * kPoint};
}

// Neighbouring dark modules of a row are one rectangle: no hairline shows between them.
void draw_modules(pdf::Canvas& canvas, const Symbol& symbol, const Area& area) {
  const double width = area.width / symbol.columns, height = area.height / symbol.rows;
  for (int row = 0; row < symbol.rows; ++row)
    for (int column = 0; column < symbol.columns;) {
      int end = column;
      while (end < symbol.columns && symbol.is_dark(row, end)) ++end;
      if (end > column)
        canvas.fill(box_of({area.x + column * width, area.y + row * height, (end - column) * width,
                            height}),
                    kBlack);
      column = std::max(end, column + 1);
    }
}

// Draws one label after the other; knows what is left of the label for the next part.
class LabelPrinter {
 public:
  LabelPrinter(pdf::Canvas& canvas, const LabelSheet& sheet) : canvas_(canvas), sheet_(sheet) {}

  // `place` counts from 0 on its sheet.
  Result<void> print(const Label& label, int place) {
    room_ = {sheet_.left + place % sheet_.columns * sheet_.column_pitch + kPadding,
             sheet_.top + place / sheet_.columns * sheet_.row_pitch + kPadding,
             sheet_.width - 2 * kPadding, sheet_.height - 2 * kPadding};
    if (sheet_.code_128) KRES_TRY(print_bars(label.code));
    if (sheet_.qr) KRES_TRY(print_square(label.code));
    print_text(label);
    return {};
  }

 private:
  // At the foot of the label.
  Result<void> print_bars(const std::string& code) {
    KRES_ASSIGN(const auto symbol, code_128(code));
    const int modules = symbol.columns + 2 * kCode128Quiet;
    const double module = std::min(room_.width / modules, kWidestBar);
    if (module < kLeastBar) return too_long(code);
    const double height = std::clamp(room_.height / 3, kLeastBars, kMostBars);
    const double width = module * symbol.columns;
    draw_modules(
        canvas_, symbol,
        {room_.x + (room_.width - width) / 2, room_.y + room_.height - height, width, height});
    room_.height -= height + kPadding;
    return {};
  }

  // At the left. The label's padding is part of the quiet zone.
  Result<void> print_square(const std::string& code) {
    KRES_ASSIGN(const auto symbol, qr_code(code));
    const double side = std::min(room_.height, room_.width / 2) + 2 * kPadding;
    const double module = std::min(side / (symbol.columns + 2 * kQrQuiet), kWidestSquare);
    if (module < kLeastSquare) return too_long(code);
    const double quiet = std::max(0.0, kQrQuiet * module - kPadding);
    const double drawn = module * symbol.columns;
    draw_modules(canvas_, symbol, {room_.x + quiet, room_.y + quiet, drawn, drawn});
    const double used = drawn + quiet + kQrQuiet * module;
    room_.x += used;
    room_.width -= used;
    return {};
  }

  tl::unexpected<Error> too_long(const std::string& code) const {
    return bad_input(fmt::format("The code '{}' is too long for a label of {} x {} mm", code,
                                 sheet_.width, sheet_.height),
                     {}, 0, "choose a sheet with larger labels");
  }

  void print_text(const Label& label) {
    const double size = std::clamp(room_.height * kPoint / 4.6, 4.0, 11.0);
    pdf::RichText text{{label.code,
                        {.size = fitting_size(label.code, size),
                         .weight = pdf::Weight::bold,
                         .colour = kBlack,
                         .distinct = true}}};
    for (const auto& line : label.lines)
      text.push_back({"\n" + line, {.size = size * 0.88, .colour = kBlack}});
    const pdf::Box box = box_of(room_);
    const auto block = canvas_.set(text, box.width);
    std::size_t lines = 1;
    while (lines < block.lines() && block.height(0, lines + 1) <= box.height) ++lines;
    const pdf::Tag tag(canvas_, "P");
    canvas_.draw_lines(block, 0, lines, box.x, box.y);
  }

  // The code stands on one line, if need be in smaller letters.
  double fitting_size(const std::string& code, double size) {
    const double width = room_.width * kPoint;
    const pdf::Style style{.size = size, .weight = pdf::Weight::bold, .distinct = true};
    const double natural = canvas_.set({{code, style}}, pdf::kA4Width).natural_width();
    return natural <= width ? size : std::max(3.0, size * width / natural * 0.99);
  }

  pdf::Canvas& canvas_;
  const LabelSheet& sheet_;
  Area room_;
};

Result<void> check(const LabelSheet& sheet, const std::vector<Label>& labels, int first) {
  if (labels.empty()) return bad_input("There is nothing to print a label for");
  if (labels.size() > kMostLabels)
    return bad_input(fmt::format("There are {} labels, more than {}", labels.size(), kMostLabels),
                     {}, 0, "print them in parts");
  if (first < 1 || first > sheet.labels())
    return bad_input(fmt::format("The sheet has the labels 1 to {}", sheet.labels()));
  return {};
}

}  // namespace

Result<std::string> label_pdf(const LabelSheet& sheet, const std::vector<Label>& labels, int first,
                              const pdf::Metadata& metadata) {
  KRES_TRY(check(sheet, labels, first));
  pdf::Canvas canvas(metadata);
  {
    const pdf::Tag document(canvas, "Document");
    LabelPrinter printer(canvas, sheet);
    int place = first - 1;
    for (const auto& label : labels) {
      if (place == sheet.labels()) {
        canvas.next_page();
        place = 0;
      }
      KRES_TRY(printer.print(label, place++));
    }
  }
  return canvas.finish();
}

}  // namespace kres::report::labels
