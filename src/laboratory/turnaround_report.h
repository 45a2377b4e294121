// How long answers took: over all, by month of signature, by group, and by segment.
#pragma once

#include <string>
#include <vector>

#include "laboratory/referral.h"
#include "laboratory/turnaround.h"

namespace kres::laboratory {

// One isolate whose first answer is signed.
struct AnsweredCase {
  MicrobeGroup group = MicrobeGroup::CPO;
  Milestones milestones;  // with the day of signature
};

// Times of several isolates under one name: "2026-11", "VRE", "validation".
struct TurnaroundRow {
  std::string name;
  TurnaroundStatistics calendar;  // in calendar days
  double mean_working_days = 0;
};

struct TurnaroundReport {
  TurnaroundRow all;
  std::vector<TurnaroundRow> months;    // oldest first; a month without answers is left out
  std::vector<TurnaroundRow> groups;    // in the order of kMicrobeGroups; those with answers
  std::vector<TurnaroundRow> segments;  // in their order; of a segment within_target means nothing
};

// Cases without a day of signature do not count.
TurnaroundReport turnaround_report(const std::vector<AnsweredCase>& cases);

}  // namespace kres::laboratory
