#include "susceptibility/categorise.h"

#include <cmath>

namespace kres::susceptibility {

namespace {

int mic_place(const Measurement& m, bool& rounded_up) {
  if (is_two_fold(m.value)) return log2_index(m.value);
  rounded_up = true;
  return static_cast<int>(std::ceil(std::log2(m.value)));
}

}  // namespace

Span span_of(const Measurement& m) {
  Span span;
  if (m.unit == Unit::mm) {
    span.low = span.high = -static_cast<int>(std::lround(m.value));
    return span;
  }
  const int place = mic_place(m, span.rounded_up);
  switch (m.sign) {
    case Sign::equal:
      span.low = span.high = place;
      break;
    case Sign::less_equal:
      span.high = place;
      break;
    case Sign::less:
      span.high = place - 1;
      break;
    case Sign::greater_equal:
      span.low = place;
      break;
    case Sign::greater:
      span.low = place + 1;
      break;
  }
  return span;
}

int place_of(const Bound& bound, Unit unit) {
  return unit == Unit::mm ? -static_cast<int>(std::lround(bound.value)) : log2_index(bound.value);
}

std::optional<bool> is_within(const Span& span, int place) {
  if (span.high && *span.high <= place) return true;
  if (span.low && *span.low > place) return false;
  return std::nullopt;
}

std::optional<Category> category_of(const Span& span, const Bound& s, const Bound& r, Unit unit) {
  const bool no_s = unit == Unit::mm ? is_off_scale_zone(s) : is_off_scale_mic(s);
  const auto within_r = is_within(span, place_of(r, unit));
  if (!within_r) return std::nullopt;
  if (!*within_r) return Category::R;
  if (no_s) return Category::I;
  const auto within_s = is_within(span, place_of(s, unit));
  if (!within_s) return std::nullopt;
  return *within_s ? Category::S : Category::I;
}

}  // namespace kres::susceptibility
