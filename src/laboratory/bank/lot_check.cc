#include "laboratory/bank/lot_check.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "laboratory/bank/bank_text.h"
#include "laboratory/bank/storage_place.h"
#include "laboratory/enum_names.h"

namespace kres::laboratory {

namespace {

constexpr std::array<NameRow<CheckKind>, 2> kKinds{
    {{CheckKind::identity, "identity"}, {CheckKind::viability, "viability"}}};
constexpr std::array<NameRow<CheckResult>, 6> kResults{{{CheckResult::same, "same"},
                                                        {CheckResult::drifted, "drifted"},
                                                        {CheckResult::other_strain, "other_strain"},
                                                        {CheckResult::viable, "viable"},
                                                        {CheckResult::weak, "weak"},
                                                        {CheckResult::not_viable, "not_viable"}}};

constexpr double kWithoutEnd = std::numeric_limits<double>::infinity();

bool is_of_identity(CheckResult result) { return result <= CheckResult::other_strain; }

// Two-fold dilutions, as steps of log2: the lowest and the highest MIC that a reading allows.
struct Range {
  double low = -kWithoutEnd, high = kWithoutEnd;
};

Range range_of(std::string_view sign, double value) {
  const double step = std::log2(value);
  if (sign == "<=") return {.high = step};
  if (sign == "<") return {.high = step - 1};
  if (sign == ">=") return {.low = step};
  if (sign == ">") return {.low = step + 1};
  return {step, step};
}

Result<void> check_identity(const LotCheck& check) {
  if (check.mics.empty() && !check.analysis && check.statement.empty())
    return bad_input("Say what identity was judged by: MICs, an analysis, or in words");
  if (check.result != CheckResult::same && check.statement.empty())
    return bad_input("Say how the lot differs");
  for (const auto& mic : check.mics) {
    const int apart = dilutions_apart(mic);
    if (check.result == CheckResult::same && apart > kDilutionsOfNoDrift)
      return bad_input(fmt::format("The MIC of {} moved by {}{} dilutions: that is a drift",
                                   mic.agent, dilutions_between(mic) ? "" : "at least ", apart));
  }
  return {};
}

// Checks stand in order of entry: of two of one day the later one counts.
const LotCheck* last_of(const std::vector<LotCheck>& checks, LotId lot, CheckKind kind) {
  const LotCheck* last = nullptr;
  for (const auto& check : checks)
    if (check.lot == lot && check.kind == kind &&
        (last == nullptr || last->checked <= check.checked))
      last = &check;
  return last;
}

}  // namespace

std::string_view name_of(CheckKind kind) { return name_in(kKinds, kind); }
std::optional<CheckKind> check_kind_from(std::string_view name) {
  return value_in<CheckKind>(kKinds, name);
}
std::string_view name_of(CheckResult result) { return name_in(kResults, result); }
std::optional<CheckResult> check_result_from(std::string_view name) {
  return value_in<CheckResult>(kResults, name);
}

std::optional<int> dilutions_between(const RepeatedMic& mic) {
  if (!mic.before || mic.sign != "=" || mic.before_sign != "=") return std::nullopt;
  return static_cast<int>(std::lround(std::log2(mic.value / *mic.before)));
}

int dilutions_apart(const RepeatedMic& mic) {
  if (!mic.before || !(*mic.before > 0)) return 0;
  const auto before = range_of(mic.before_sign, *mic.before), now = range_of(mic.sign, mic.value);
  const double gap = std::max(now.low - before.high, before.low - now.high);
  return gap > 0 ? static_cast<int>(std::lround(gap)) : 0;
}

Result<void> check_lot_check(const LotCheck& check, const Lot& lot, Date today) {
  if (is_of_identity(check.result) != (check.kind == CheckKind::identity))
    return bad_input(fmt::format("'{}' is no result of a check of {}", name_of(check.result),
                                 name_of(check.kind)));
  KRES_TRY(check_text("statement", check.statement, kLongestBankComment));
  if (today < check.checked)
    return bad_input(fmt::format("The day of the check, {}, lies ahead", check.checked.iso()));
  if (check.checked < lot.made)
    return bad_input(fmt::format("The lot was frozen later, on {}", lot.made.iso()));
  for (const auto& mic : check.mics)
    if (!(mic.value > 0))
      return bad_input(fmt::format("The MIC of {} is not above 0 mg/L", mic.agent));
  return check.kind == CheckKind::identity ? check_identity(check) : Result<void>();
}

const LotCheck* condemning(LotId lot, const std::vector<LotCheck>& checks) {
  const auto* identity = last_of(checks, lot, CheckKind::identity);
  if (identity != nullptr && identity->result == CheckResult::other_strain) return identity;
  const auto* viability = last_of(checks, lot, CheckKind::viability);
  if (viability != nullptr && viability->result == CheckResult::not_viable) return viability;
  return nullptr;
}

std::optional<Date> viability_due(const Lot& lot, const std::vector<LotCheck>& checks, int months) {
  const auto* last = last_of(checks, lot.id, CheckKind::viability);
  if (last == nullptr) return add_months(lot.made, months);
  if (last->result == CheckResult::not_viable) return std::nullopt;
  return add_months(last->checked, months);
}

Date add_months(Date date, int months) {
  const std::chrono::year_month month =
      std::chrono::year(date.year) / std::chrono::month(date.month) + std::chrono::months(months);
  const std::chrono::year_month_day last(month / std::chrono::last);
  return {static_cast<int>(month.year()), static_cast<unsigned>(month.month()),
          std::min(date.day, static_cast<unsigned>(last.day()))};
}

}  // namespace kres::laboratory
