#include "laboratory/turnaround_report.h"

#include <map>
#include <numeric>

#include <fmt/format.h>

#include "laboratory/holidays.h"

namespace kres::laboratory {

namespace {

// Days of several isolates, gathered one by one.
struct Gathered {
  std::vector<int> calendar, working;

  void add(Date from, Date to) {
    calendar.push_back(std::max(0, days_between(from, to)));
    working.push_back(working_days_between(from, to));
  }
  TurnaroundRow row(std::string name) const {
    const double sum = std::accumulate(working.begin(), working.end(), 0.0);
    return {.name = std::move(name),
            .calendar = turnaround_statistics(calendar),
            .mean_working_days = working.empty() ? 0 : sum / static_cast<double>(working.size())};
  }
};

std::string month_of(Date day) { return fmt::format("{:04}-{:02}", day.year, day.month); }

std::vector<TurnaroundRow> rows_of(const std::map<std::string, Gathered>& gathered) {
  std::vector<TurnaroundRow> rows;
  for (const auto& [name, days] : gathered) rows.push_back(days.row(name));
  return rows;
}

std::vector<TurnaroundRow> in_order(const std::map<std::string, Gathered>& gathered,
                                    const std::vector<std::string>& order) {
  std::vector<TurnaroundRow> rows;
  for (const auto& name : order)
    if (const auto found = gathered.find(name); found != gathered.end())
      rows.push_back(found->second.row(name));
  return rows;
}

}  // namespace

TurnaroundReport turnaround_report(const std::vector<AnsweredCase>& cases) {
  Gathered all;
  std::map<std::string, Gathered> months, groups, segments;
  for (const auto& one : cases) {
    const auto& milestones = one.milestones;
    if (!milestones.signed_) continue;
    all.add(milestones.received, *milestones.signed_);
    months[month_of(*milestones.signed_)].add(milestones.received, *milestones.signed_);
    groups[std::string(name_of(one.group))].add(milestones.received, *milestones.signed_);
    for (const auto& segment : turnaround(milestones, *milestones.signed_).segments)
      if (segment.end) segments[segment.name].add(segment.start, *segment.end);
  }
  std::vector<std::string> group_names;
  for (const auto group : kMicrobeGroups) group_names.emplace_back(name_of(group));
  return {.all = all.row("all"),
          .months = rows_of(months),
          .groups = in_order(groups, group_names),
          .segments = in_order(
              segments, {"susceptibility", "sequencing", "analysis", "validation", "signature"})};
}

}  // namespace kres::laboratory
