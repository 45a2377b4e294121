// Checks of a lot: is it still what was banked, and does it still grow.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/bank/ids.h"
#include "laboratory/bank/strain.h"

namespace kres::laboratory {

enum class CheckKind { identity, viability };
std::string_view name_of(CheckKind kind);
std::optional<CheckKind> check_kind_from(std::string_view name);

// The first three are of identity, the others of viability.
enum class CheckResult { same, drifted, other_strain, viable, weak, not_viable };
std::string_view name_of(CheckResult result);
std::optional<CheckResult> check_result_from(std::string_view name);

// A MIC measured again from the lot, beside the isolate's at the time of the check.
struct RepeatedMic {
  std::string agent;
  std::string sign;              // "<=" "<" "=" ">" ">="
  double value = 0;              // mg/L
  std::optional<double> before;  // mg/L of the isolate, nothing if it was not measured
  std::string before_sign;
  bool operator==(const RepeatedMic&) const = default;
};

// Two-fold dilutions from the isolate's MIC to the repeated one; nothing where either is only a
// bound or the isolate's is unknown.
std::optional<int> dilutions_between(const RepeatedMic& mic);
// How many dilutions lie at least between the two, whichever is higher: of bounds the gap between
// their ranges. 0 where they may be the same, or the isolate's is unknown.
int dilutions_apart(const RepeatedMic& mic);
// One dilution either way is the method's own spread (ISO 20776-1).
inline constexpr int kDilutionsOfNoDrift = 1;

// Only ever added.
struct LotCheck {
  LotCheckId id;
  LotId lot;
  CheckKind kind = CheckKind::viability;
  CheckResult result = CheckResult::viable;
  Date checked;
  std::vector<RepeatedMic> mics;  // a re-MIC
  AnalysisId analysis;    // a re-sequence: the analysis of the culture from this lot, 0 if none
  std::string statement;  // how it differs, or by what it was judged
  std::string entered_by;
  Instant entered{};
};

// Errors (bad_input): a result of the other kind, a day ahead or before the lot was frozen, a drift
// or another strain without a statement, an identity check that rests on nothing, "same" although a
// MIC moved, at the least, by more than kDilutionsOfNoDrift.
Result<void> check_lot_check(const LotCheck& check, const Lot& lot, Date today);

// The check by which nothing of the lot may be given out: the newest of its kind, by the day it was
// made, and it found another strain or no growth. nullptr if there is none.
const LotCheck* condemning(LotId lot, const std::vector<LotCheck>& checks);

// When the lot is to be checked for growth again: `months` after the last viability check, or after
// freezing if there was none. Nothing if the last one found no growth.
std::optional<Date> viability_due(const Lot& lot, const std::vector<LotCheck>& checks, int months);

// The same day of a later month, or that month's last day.
Date add_months(Date date, int months);

}  // namespace kres::laboratory
