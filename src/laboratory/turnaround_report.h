// How long answers took: over all, by month of signature, by group, and by segment.
#pragma once

#include <cstdint>
#include <map>
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

// Counts cases one by one; what was counted apart can be added up.
class TurnaroundTally {
 public:
  void add(const AnsweredCase& one);  // without a day of signature it does not count
  void add(const TurnaroundTally& other);
  TurnaroundReport report() const;

 private:
  struct Days {
    std::map<int, int> calendar;  // days -> how many took them
    std::int64_t working = 0;     // sum

    void add(Date from, Date to);
    void add(const Days& other);
    TurnaroundRow row(std::string name) const;
  };
  using Named = std::map<std::string, Days>;
  static void add(Named& to, const Named& from);
  static std::vector<TurnaroundRow> rows_of(const Named& named);
  static std::vector<TurnaroundRow> in_order(const Named& named,
                                             const std::vector<std::string>& order);

  Days all_;
  Named months_, groups_, segments_;
};

TurnaroundReport turnaround_report(const std::vector<AnsweredCase>& cases);

}  // namespace kres::laboratory
