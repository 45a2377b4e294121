// Draws a MIC among its breakpoints.
#include "report/mic_scale.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "report/look.h"
#include "susceptibility/measurement.h"

namespace kres::report {
namespace {

constexpr pdf::Colour kTrack{0.945, 0.951, 0.957};
constexpr pdf::Colour kMiddleShade{0.86, 0.88, 0.90};
constexpr pdf::Colour kResistantShade{0.72, 0.75, 0.78};
constexpr double kTrackHeight = 5.6, kDot = 2.7, kArrow = 3.1;

std::optional<double> log2_of(std::string_view bound) {
  const auto value = parse_double(bound);
  if (!value || *value <= 0) return std::nullopt;
  return std::log2(*value);
}

// The edge between the dilution `log2` and the next one.
double edge_above(const MicAxis& axis, const pdf::Box& box, double log2) {
  const double step = box.width / (axis.highest - axis.lowest + 1);
  return std::clamp(axis.position(box, log2) + step / 2, box.x, box.x + box.width);
}

void shade(pdf::Canvas& canvas, const pdf::Box& track, const MicAxis& axis,
           const SusceptibilityRow& row) {
  const auto s = log2_of(row.s), r = log2_of(row.r);
  const double right = track.x + track.width;
  const double resistant = r ? edge_above(axis, track, *r) : right;
  const double middle = s ? edge_above(axis, track, *s) : resistant;
  canvas.fill(track, kTrack);
  if (middle < resistant)
    canvas.fill({middle, track.y, resistant - middle, track.height}, kMiddleShade);
  if (resistant < right)
    canvas.fill({resistant, track.y, right - resistant, track.height}, kResistantShade);
}

}  // namespace

double MicAxis::position(const pdf::Box& box, double log2) const {
  const double step = box.width / (highest - lowest + 1);
  const double inside = std::clamp(log2, double(lowest), double(highest));
  return box.x + (inside - lowest + 0.5) * step;
}

MicAxis mic_axis(const std::vector<SusceptibilityRow>& rows) {
  MicAxis axis;
  const auto hold = [&](double log2) {
    axis.lowest = std::min(axis.lowest, static_cast<int>(std::floor(log2)) - 1);
    axis.highest = std::max(axis.highest, static_cast<int>(std::ceil(log2)) + 1);
  };
  for (const SusceptibilityRow& row : rows) {
    if (row.unit != "mg/L" || row.value <= 0) continue;
    hold(std::clamp(std::log2(row.value), -10.0, 11.0));
    if (const auto r = log2_of(row.r)) hold(std::clamp(*r, -10.0, 11.0));
    if (row.ecoff && *row.ecoff > 0) hold(std::clamp(std::log2(*row.ecoff), -10.0, 11.0));
  }
  return axis;
}

void draw_mic(pdf::Canvas& canvas, const pdf::Box& box, const MicAxis& axis,
              const SusceptibilityRow& row) {
  if (row.unit != "mg/L" || row.value <= 0) return;
  const double middle = box.y + box.height - 2.6;
  const pdf::Box track{box.x, middle - kTrackHeight / 2, box.width, kTrackHeight};
  shade(canvas, track, axis, row);
  if (row.ecoff && *row.ecoff > 0) {
    const double x = edge_above(axis, track, std::log2(*row.ecoff));
    canvas.line(x, track.y - 1.4, x, track.y + track.height + 1.4, look::kAccent, 0.9);
  }
  const double x = axis.position(track, std::log2(row.value));
  if (row.sign.starts_with('>'))
    canvas.triangle(x - 1.4, middle, kArrow, true, look::kInk);
  else if (row.sign.starts_with('<'))
    canvas.triangle(x + 1.4, middle, kArrow, false, look::kInk);
  else
    canvas.dot(x, middle, kDot, look::kInk);
}

void draw_mic_labels(pdf::Canvas& canvas, const pdf::Box& box, const MicAxis& axis,
                     Language language) {
  const char sign = language == Language::nb ? ',' : '.';
  for (int log2 = axis.lowest; log2 <= axis.highest; ++log2) {
    if (log2 % 4 != 0) continue;
    const double x = axis.position(box, log2);
    const pdf::TextBlock label =
        canvas.set({{susceptibility::concentration_text(std::exp2(log2), sign),
                     {.size = 6.4, .colour = look::kMuted}}},
                   30, pdf::Align::centre);
    canvas.draw(label, x - 15, box.y + box.height - label.baseline());
  }
}

}  // namespace kres::report
