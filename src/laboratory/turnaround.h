// The turnaround clock: from receipt to signed answer, in calendar and working days, by segment.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace kres::laboratory {

// The centre's target is an average of at most seven calendar days.
inline constexpr int kTurnaroundTargetDays = 7;

Date due_date(Date received);

// The segments in their order, as reports list them. Receipt is where the clock starts and takes no
// time of its own.
inline constexpr std::array<std::string_view, 6> kSegments{
    "culture", "susceptibility", "sequencing", "analysis", "validation", "signature"};

// The days on which the isolate reached each milestone, as far as it has.
struct Milestones {
  Date received;
  bool tube = false;              // it came as a tube: it has to grow first
  std::optional<Date> cultured;   // pure growth to measure and sequence from
  std::optional<Date> measured;   // first results of susceptibility entered
  std::optional<Date> sequenced;  // first genome at hand
  std::optional<Date> analysed;   // explanation ready
  std::optional<Date> validated;
  std::optional<Date> signed_;
};

struct Segment {
  std::string name;  // culture | susceptibility | sequencing | analysis | validation | signature
  Date start;
  std::optional<Date> end;  // open if none
  int days = 0;             // calendar days so far
};

struct Turnaround {
  Date received;
  Date due;
  std::vector<Segment> segments;
  int days_used = 0;
  int days_left = 0;  // negative when overdue
  int working_days_used = 0;
  bool overdue = false;  // not signed and past due, or signed after it
};

// The clock stops on the day of signature. Requires: milestones are in order.
Turnaround turnaround(const Milestones& milestones, Date today);

// Of signed answers: calendar days from receipt.
struct TurnaroundStatistics {
  int answers = 0;
  double mean_days = 0;
  double median_days = 0;
  double percentile_90_days = 0;  // nearest rank
  int within_target = 0;
};
TurnaroundStatistics turnaround_statistics(std::vector<int> days);

}  // namespace kres::laboratory
