#include "susceptibility/quality_control.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "susceptibility/withhold.h"

namespace kres::susceptibility {

namespace {

using DayKey = std::tuple<Date, std::string, Method, std::string>;
using DayPoints = std::map<DayKey, std::vector<const QcPoint*>>;

DayPoints points_by_day(const std::vector<QcSeries>& series) {
  DayPoints days;
  for (const auto& one : series)
    for (const auto& point : one.points)
      days[{*point.result.measurement.date, one.agent, one.method, one.disk_ug}].push_back(&point);
  return days;
}

QcDayState state_of(const std::vector<const QcPoint*>& points) {
  const auto any = [&](QcState state) {
    return std::any_of(points.begin(), points.end(),
                       [&](const QcPoint* point) { return point->state == state; });
  };
  if (any(QcState::out)) return QcDayState::out;
  return any(QcState::in) ? QcDayState::in : QcDayState::missing;
}

std::vector<QcRule> warnings_of(const std::vector<const QcPoint*>& points) {
  std::set<QcRule> rules;
  for (const auto* point : points) rules.insert(point->rules.begin(), point->rules.end());
  rules.erase(QcRule::outside);
  return {rules.begin(), rules.end()};
}

QcDay day_of(const DayKey& key, const std::vector<const QcPoint*>& points,
             const QcRequirements& requirements) {
  const auto& [date, agent, method, disk_ug] = key;
  QcDay day{.date = date, .agent = agent, .method = method, .disk_ug = disk_ug};
  day.state = state_of(points);
  day.warnings = warnings_of(points);
  std::vector<const QcResult*> counted;  // what lies in no range controls nothing
  for (const auto* point : points) {
    day.lines.push_back(point->result.line);
    if (point->state == QcState::in || point->state == QcState::out)
      counted.push_back(&point->result);
  }
  day.incomplete =
      requirements.missing(agent, method == Method::disk ? Unit::mm : Unit::mg_per_l, counted);
  return day;
}

const QcDecision* decision_on(const std::vector<QcDecision>& decisions, const QcDay& day) {
  const auto at = std::find_if(decisions.begin(), decisions.end(), [&](const QcDecision& d) {
    return d.date == day.date && d.agent == day.agent && d.method == day.method &&
           may_be_same_disk(d.disk_ug, day.disk_ug);
  });
  return at == decisions.end() ? nullptr : &*at;
}

}  // namespace

QcEvaluation::QcEvaluation(const std::vector<QcResult>& results, const QcRanges& ranges,
                           const QcRequirements& requirements)
    : series_(levey_jennings(results, ranges)) {
  for (const auto& [key, points] : points_by_day(series_))
    days_.push_back(day_of(key, points, requirements));
}

const QcDay* QcEvaluation::find(Date date, std::string_view agent, Method method,
                                std::string_view disk_ug) const {
  const QcDay* found = nullptr;
  for (const auto& day : days_) {
    if (day.date != date || day.agent != agent || day.method != method ||
        !may_be_same_disk(day.disk_ug, disk_ug))
      continue;
    if (day.state == QcDayState::out) return &day;
    if (found == nullptr || found->state == QcDayState::missing) found = &day;
  }
  return found;
}

QcHold hold_of(const Measurement& m, const QcEvaluation& evaluation,
               const std::vector<QcDecision>& decisions) {
  const QcDay* day = m.date ? evaluation.find(*m.date, m.agent, m.method, m.disk_ug) : nullptr;
  if (day == nullptr || day->state != QcDayState::out) return QcHold::none;
  const auto* decision = decision_on(decisions, *day);
  if (decision == nullptr) return QcHold::undecided;
  return decision->accepted ? QcHold::accepted : QcHold::rejected;
}

QcHold hold_of(const Interpretation& i) {
  if (i.has_flag("qc_rejected")) return QcHold::rejected;
  if (i.has_flag("qc_accepted")) return QcHold::accepted;
  return i.has_flag("qc_out") ? QcHold::undecided : QcHold::none;
}

void apply_hold(Interpretation& i, QcHold hold) {
  if (hold == QcHold::none) return;
  if (hold == QcHold::undecided) return withhold(i, "qc_out");
  i.flags.emplace_back("qc_out");
  if (hold == QcHold::rejected) return withhold(i, "qc_rejected");
  i.flags.emplace_back("qc_accepted");
}

void apply_quality_control(Interpretation& i, const QcEvaluation& evaluation,
                           const std::vector<QcDecision>& decisions) {
  const auto& m = i.measurement;
  const QcDay* day = m.date ? evaluation.find(*m.date, m.agent, m.method, m.disk_ug) : nullptr;
  if (day == nullptr || day->state == QcDayState::missing) i.flags.emplace_back("qc_missing");
  if (day == nullptr) return;
  if (!day->incomplete.empty()) i.flags.emplace_back("qc_incomplete");
  if (!day->warnings.empty()) i.flags.emplace_back("qc_warning");
  apply_hold(i, hold_of(m, evaluation, decisions));
}

std::string_view name_of(QcDayState state) {
  constexpr std::array<std::string_view, 3> names = {"in", "out", "missing"};
  return names[static_cast<std::size_t>(state)];
}

}  // namespace kres::susceptibility
