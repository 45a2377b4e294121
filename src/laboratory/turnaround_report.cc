#include "laboratory/turnaround_report.h"

#include <algorithm>

#include <fmt/format.h>

#include "laboratory/holidays.h"

namespace kres::laboratory {

namespace {

std::string month_of(Date day) { return fmt::format("{:04}-{:02}", day.year, day.month); }

}  // namespace

void TurnaroundTally::Days::add(Date from, Date to) {
  ++calendar[std::max(0, days_between(from, to))];
  working += working_days_between(from, to);
}

void TurnaroundTally::Days::add(const Days& other) {
  for (const auto& [days, count] : other.calendar) calendar[days] += count;
  working += other.working;
}

TurnaroundRow TurnaroundTally::Days::row(std::string name) const {
  std::vector<int> days;
  for (const auto& [length, count] : calendar)
    days.insert(days.end(), static_cast<std::size_t>(count), length);
  const auto answers = static_cast<double>(days.size());
  return {.name = std::move(name),
          .calendar = turnaround_statistics(std::move(days)),
          .mean_working_days = answers == 0 ? 0 : static_cast<double>(working) / answers};
}

void TurnaroundTally::add(Named& to, const Named& from) {
  for (const auto& [name, days] : from) to[name].add(days);
}

void TurnaroundTally::add(const AnsweredCase& one) {
  const auto& milestones = one.milestones;
  if (!milestones.signed_) return;
  all_.add(milestones.received, *milestones.signed_);
  months_[month_of(*milestones.signed_)].add(milestones.received, *milestones.signed_);
  groups_[std::string(name_of(one.group))].add(milestones.received, *milestones.signed_);
  for (const auto& segment : turnaround(milestones, *milestones.signed_).segments)
    if (segment.end) segments_[segment.name].add(segment.start, *segment.end);
}

void TurnaroundTally::add(const TurnaroundTally& other) {
  all_.add(other.all_);
  add(months_, other.months_);
  add(groups_, other.groups_);
  add(segments_, other.segments_);
}

std::vector<TurnaroundRow> TurnaroundTally::rows_of(const Named& named) {
  std::vector<TurnaroundRow> rows;
  for (const auto& [name, days] : named) rows.push_back(days.row(name));
  return rows;
}

std::vector<TurnaroundRow> TurnaroundTally::in_order(const Named& named,
                                                     const std::vector<std::string>& order) {
  std::vector<TurnaroundRow> rows;
  for (const auto& name : order)
    if (const auto found = named.find(name); found != named.end())
      rows.push_back(found->second.row(name));
  return rows;
}

TurnaroundReport TurnaroundTally::report() const {
  std::vector<std::string> group_names;
  for (const auto group : kMicrobeGroups) group_names.emplace_back(name_of(group));
  return {.all = all_.row("all"),
          .months = rows_of(months_),
          .groups = in_order(groups_, group_names),
          .segments = in_order(segments_, {kSegments.begin(), kSegments.end()})};
}

TurnaroundReport turnaround_report(const std::vector<AnsweredCase>& cases) {
  TurnaroundTally tally;
  for (const auto& one : cases) tally.add(one);
  return tally.report();
}

}  // namespace kres::laboratory
