// Judges each day's quality control, and blocks what was measured on a day that is out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "susceptibility/interpretation.h"
#include "susceptibility/levey_jennings.h"
#include "susceptibility/qc_decision.h"
#include "susceptibility/qc_requirements.h"

namespace kres::susceptibility {

// missing: no result of that day lies in a range, and none outside one.
enum class QcDayState { in, out, missing };

// One agent by one method on one day; all strains, lots and repeats together.
struct QcDay {
  Date date;
  std::string agent;
  Method method = Method::broth_microdilution;
  std::string disk_ug;
  QcDayState state = QcDayState::missing;
  std::vector<std::string> incomplete;  // what is missing to make it whole, in words
  std::vector<QcRule> warnings;         // run rules other than outside
  std::vector<std::size_t> lines;       // of the results that it rests on
};

class QcEvaluation {
 public:
  // One value outside its range makes the day out, also if it was measured again that day and lay
  // inside: a person decides what that means.
  QcEvaluation(const std::vector<QcResult>& results, const QcRanges& ranges,
               const QcRequirements& requirements);

  const std::vector<QcSeries>& series() const { return series_; }
  const std::vector<QcDay>& days() const { return days_; }  // by date, agent, method, load
  // nullptr if there is no result at all.
  const QcDay* find(Date date, std::string_view agent, Method method,
                    std::string_view disk_ug) const;

 private:
  std::vector<QcSeries> series_;
  std::vector<QcDay> days_;
};

// What a day that is out means for a value measured on it.
enum class QcHold { none, undecided, rejected, accepted };
QcHold hold_of(const Measurement& measurement, const QcEvaluation& evaluation,
               const std::vector<QcDecision>& decisions);
// As an interpretation says it, from its flags.
QcHold hold_of(const Interpretation& interpretation);
// Flags the hold and withholds what is undecided (reason qc_out) or rejected (qc_rejected).
void apply_hold(Interpretation& interpretation, QcHold hold);

// Flags: qc_missing (no result of that day, or the measurement has no date), qc_incomplete,
// qc_warning, qc_out. Out without a decision: withheld, reason qc_out. Out and accepted by a
// person: the category stays, flag qc_accepted beside qc_out. Out and rejected: withheld, reason
// qc_rejected.
void apply_quality_control(Interpretation& interpretation, const QcEvaluation& evaluation,
                           const std::vector<QcDecision>& decisions);

std::string_view name_of(QcDayState state);

}  // namespace kres::susceptibility
