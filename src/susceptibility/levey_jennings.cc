#include "susceptibility/levey_jennings.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "susceptibility/categorise.h"

namespace kres::susceptibility {

namespace {

constexpr std::size_t kShift = 10, kTrend = 6, kWindow = 20;

// Ends of the values that the measurement leaves open, on the scale of the chart.
struct Reach {
  std::optional<double> low, high;
};
Reach reach_of(const Measurement& m) {
  const Span span = span_of(m);
  const double sign = m.unit == Unit::mm ? -1 : 1;  // spans count zones downwards
  Reach reach;
  if (span.low) reach.low = sign * *span.low;
  if (span.high) reach.high = sign * *span.high;
  if (m.unit == Unit::mm) std::swap(reach.low, reach.high);
  return reach;
}

QcState state_of(const Measurement& m, const QcSeries& series) {
  if (!series.range) return QcState::no_range;
  const Reach reach = reach_of(m);
  if (series.low && reach.high && *reach.high < *series.low) return QcState::out;
  if (reach.low && *reach.low > *series.high) return QcState::out;
  const bool low_holds = !series.low || (reach.low && *reach.low >= *series.low);
  const bool high_holds = reach.high && *reach.high <= *series.high;
  return low_holds && high_holds ? QcState::in : QcState::undecided;
}

double place_of(const Measurement& m) {
  const Reach reach = reach_of(m);
  return reach.low ? *reach.low : *reach.high;
}

// -1 below the centre, 1 above it, 0 at it.
int side_of(const QcSeries& series, const QcPoint& point) {
  if (point.place < series.centre->low) return -1;
  return point.place > series.centre->high ? 1 : 0;
}

bool at_edge(const QcSeries& series, const QcPoint& point) {
  if (point.state != QcState::in || side_of(series, point) == 0) return false;
  return point.place == *series.high || (series.low && point.place == *series.low);
}

bool is_shift(const QcSeries& series, std::size_t last) {
  if (last + 1 < kShift) return false;
  const int side = side_of(series, series.points[last]);
  for (std::size_t i = last + 1 - kShift; i <= last; ++i)
    if (side == 0 || side_of(series, series.points[i]) != side) return false;
  return true;
}

bool is_trend(const QcSeries& series, std::size_t last) {
  if (last + 1 < kTrend) return false;
  bool rises = true, falls = true;
  for (std::size_t i = last + 2 - kTrend; i <= last; ++i) {
    rises = rises && series.points[i].place > series.points[i - 1].place;
    falls = falls && series.points[i].place < series.points[i - 1].place;
  }
  return rises || falls;
}

bool is_out_again(const QcSeries& series, std::size_t last) {
  const std::size_t first = last + 1 < kWindow ? 0 : last + 1 - kWindow;
  for (std::size_t i = first; i < last; ++i)
    if (series.points[i].state == QcState::out) return true;
  return false;
}

std::vector<QcRule> rules_of(const QcSeries& series, std::size_t at) {
  std::vector<QcRule> rules;
  const auto& point = series.points[at];
  if (point.state == QcState::no_range) return rules;
  if (point.state == QcState::out) {
    rules.push_back(QcRule::outside);
    if (is_out_again(series, at)) rules.push_back(QcRule::two_of_twenty);
  }
  if (at > 0 && at_edge(series, point) && at_edge(series, series.points[at - 1]) &&
      point.place == series.points[at - 1].place)
    rules.push_back(QcRule::two_at_edge);
  if (is_shift(series, at)) rules.push_back(QcRule::shift);
  if (is_trend(series, at)) rules.push_back(QcRule::trend);
  return rules;
}

QcSeries series_of(const QcResult& result, const QcRanges& ranges) {
  const auto& m = result.measurement;
  QcSeries series{
      .strain = result.strain, .agent = m.agent, .method = m.method, .disk_ug = m.disk_ug};
  const auto* range = ranges.find(result.strain, m.agent, m.unit, m.disk_ug);
  if (range == nullptr) return series;
  series.range = *range;
  if (range->low) series.low = qc_scale(m.unit, *range->low);
  series.high = qc_scale(m.unit, range->high);
  series.centre = centre_of(*range);
  return series;
}

}  // namespace

std::vector<QcSeries> levey_jennings(const std::vector<QcResult>& results, const QcRanges& ranges) {
  std::map<std::tuple<std::string, std::string, Method, std::string>, QcSeries> all;
  for (const auto& result : results) {
    const auto& m = result.measurement;
    auto& series =
        all.try_emplace({result.strain, m.agent, m.method, m.disk_ug}, series_of(result, ranges))
            .first->second;
    series.points.push_back({result, place_of(m), state_of(m, series), {}});
  }
  std::vector<QcSeries> out;
  for (auto& [key, series] : all) {
    std::stable_sort(series.points.begin(), series.points.end(),
                     [](const QcPoint& a, const QcPoint& b) {
                       return a.result.measurement.date < b.result.measurement.date;
                     });
    for (std::size_t i = 0; i < series.points.size(); ++i)
      series.points[i].rules = rules_of(series, i);
    out.push_back(std::move(series));
  }
  return out;
}

QcState state_of(const QcResult& result, const QcRanges& ranges) {
  return state_of(result.measurement, series_of(result, ranges));
}

std::string_view name_of(QcState state) {
  constexpr std::array<std::string_view, 4> names = {"in", "out", "undecided", "no_range"};
  return names[static_cast<std::size_t>(state)];
}

std::string_view name_of(QcRule rule) {
  constexpr std::array<std::string_view, 5> names = {"outside", "two_at_edge", "shift", "trend",
                                                     "two_of_twenty"};
  return names[static_cast<std::size_t>(rule)];
}

}  // namespace kres::susceptibility
