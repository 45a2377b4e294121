#include "workflow/turnaround_months.h"

#include <utility>

namespace kres::workflow {

using laboratory::AnsweredTimes;
using laboratory::TurnaroundTally;

namespace {

// Between a signature and the end of its commit, and between the clocks of several machines.
constexpr std::chrono::hours kSettled{24};

Date first_day(Date day) { return {day.year, day.month, 1}; }
Date next_month(Date first) {
  return first.month == 12 ? Date{first.year + 1, 1, 1} : Date{first.year, first.month + 1, 1};
}
Date month_of(Instant time) { return first_day(local_date(time, "UTC")); }

laboratory::AnsweredCase case_of(const AnsweredTimes& times, const laboratory::Clock& clock) {
  const auto day = [&](const std::optional<Instant>& time) {
    return time ? std::optional(clock.day_of(*time)) : std::nullopt;
  };
  // What came after the signature was no step towards it.
  const auto before = [&](const std::optional<Instant>& time) {
    return time && *time <= *times.approved ? day(time) : std::nullopt;
  };
  const auto signed_day = day(times.approved);
  const auto cultured =
      times.cultured && *times.cultured <= *signed_day ? times.cultured : std::nullopt;
  return {.group = times.group,
          .milestones = {.received = times.received,
                         .tube = times.tube,
                         .cultured = cultured,
                         .measured = before(times.measured),
                         .sequenced = before(times.sequenced),
                         .analysed = day(times.explained),
                         .validated = day(times.validated),
                         .signed_ = signed_day}};
}

}  // namespace

Date TurnaroundMonths::add_known(TurnaroundTally& tally, Date since) {
  const std::lock_guard lock(mutex_);
  for (auto known = over_.find(since); known != over_.end(); known = over_.find(since)) {
    tally.add(known->second);
    since = next_month(since);
  }
  return since;
}

void TurnaroundMonths::remember(Months months, Date from, Date now) {
  const std::lock_guard lock(mutex_);
  for (; from < now; from = next_month(from)) over_.try_emplace(from, std::move(months[from]));
}

Result<laboratory::TurnaroundReport> TurnaroundMonths::report(laboratory::UnitOfWork& work,
                                                              const laboratory::Clock& clock,
                                                              Date since) {
  TurnaroundTally tally;
  const auto from = add_known(tally, since);
  KRES_ASSIGN(const auto answered, work.answers().first_answers(from));
  Months months;
  for (const auto& times : answered)
    if (times.approved) months[month_of(*times.approved)].add(case_of(times, clock));
  for (const auto& [month, counted] : months) tally.add(counted);
  remember(std::move(months), from, month_of(clock.now() - kSettled));
  return tally.report();
}

}  // namespace kres::workflow
