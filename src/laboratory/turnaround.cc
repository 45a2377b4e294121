#include "laboratory/turnaround.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "laboratory/holidays.h"

namespace kres::laboratory {

namespace {

Segment segment(std::string_view name, Date start, std::optional<Date> end, Date today) {
  return {.name = std::string(name),
          .start = start,
          .end = end,
          .days = std::max(0, days_between(start, end.value_or(today)))};
}

// What was reached at the bench before the analysis, one after the other: a milestone that came
// earlier than the one before it took no time of its own. The day from which the analysis counts.
Date add_bench_segments(Turnaround& clock, const Milestones& milestones) {
  Date at = milestones.received;
  const auto reach = [&](const char* name, const std::optional<Date>& milestone) {
    if (!milestone) return;
    const Date end = std::max(at, std::min(*milestone, milestones.analysed.value_or(*milestone)));
    clock.segments.push_back(segment(name, at, end, end));
    at = end;
  };
  reach("culture", milestones.cultured);
  reach("susceptibility", milestones.measured);
  reach("sequencing", milestones.sequenced);
  return at;
}

// What the time since the last milestone at the bench goes to.
std::string_view under_way(const Milestones& milestones) {
  if (milestones.analysed || milestones.sequenced) return "analysis";
  if (milestones.measured) return "sequencing";
  if (milestones.cultured) return "susceptibility";
  return milestones.tube ? "culture" : "analysis";
}

}  // namespace

Date due_date(Date received) { return add_days(received, kTurnaroundTargetDays); }

Turnaround turnaround(const Milestones& milestones, Date today) {
  const Date stop = milestones.signed_.value_or(today);
  Turnaround clock{.received = milestones.received,
                   .due = due_date(milestones.received),
                   .segments = {},
                   .days_used = std::max(0, days_between(milestones.received, stop))};
  clock.days_left = days_between(stop, clock.due);
  clock.working_days_used = working_days_between(milestones.received, stop);
  clock.overdue = clock.days_left < 0;
  const Date here = add_bench_segments(clock, milestones);
  clock.segments.push_back(segment(under_way(milestones), here, milestones.analysed, today));
  if (milestones.analysed)
    clock.segments.push_back(
        segment("validation", *milestones.analysed, milestones.validated, today));
  if (milestones.validated)
    clock.segments.push_back(
        segment("signature", *milestones.validated, milestones.signed_, today));
  return clock;
}

TurnaroundStatistics turnaround_statistics(std::vector<int> days) {
  TurnaroundStatistics statistics;
  if (days.empty()) return statistics;
  std::sort(days.begin(), days.end());
  const auto count = days.size();
  const auto at = [&](std::size_t index) { return static_cast<double>(days[index]); };
  statistics.answers = static_cast<int>(count);
  statistics.mean_days =
      std::accumulate(days.begin(), days.end(), 0.0) / static_cast<double>(count);
  statistics.median_days = (at((count - 1) / 2) + at(count / 2)) / 2;
  const auto rank = static_cast<std::size_t>(std::ceil(0.9 * static_cast<double>(count)));
  statistics.percentile_90_days = at(rank - 1);
  statistics.within_target = static_cast<int>(
      std::count_if(days.begin(), days.end(), [](int d) { return d <= kTurnaroundTargetDays; }));
  return statistics;
}

}  // namespace kres::laboratory
