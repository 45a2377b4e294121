#include "exchange/antibiograms/repeats.h"

#include <fmt/format.h>

namespace kres::exchange {

namespace {

using susceptibility::Measurement;
using susceptibility::Unit;

std::string key_of(const Measurement& m) {
  return fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", m.isolate, m.agent,
                     susceptibility::name_of(m.method), m.system, m.disk_ug, m.guideline,
                     m.indication, m.route);
}

// 0.06 and 0.0625 are one dilution.
bool same_value(Unit unit, double a, double b) {
  if (a == b) return true;
  return unit == Unit::mg_per_l && susceptibility::is_two_fold(a) &&
         susceptibility::is_two_fold(b) &&
         susceptibility::log2_index(a) == susceptibility::log2_index(b);
}

}  // namespace

void Repeats::note(const Measurement& m, std::size_t ordinal, std::size_t line) {
  const auto [at, added] = seen_.emplace(key_of(m), Seen{m.sign, m.value, ordinal, line, 0});
  auto& seen = at->second;
  if (added || seen.other_line != 0) return;
  if (seen.sign != m.sign || !same_value(m.unit, seen.value, m.value)) seen.other_line = line;
}

std::optional<susceptibility::Refusal> Repeats::judge(const Measurement& m, std::size_t ordinal,
                                                      const susceptibility::RawValue& raw) const {
  using susceptibility::RefusalReason;
  const auto at = seen_.find(key_of(m));
  if (at == seen_.end()) return std::nullopt;
  const auto& seen = at->second;
  if (seen.other_line == 0 && seen.ordinal == ordinal) return std::nullopt;
  susceptibility::Refusal refusal{
      RefusalReason::identical_duplicate, raw.line, raw.value.column, raw.value.text, {}, {}};
  const auto what = fmt::format("isolate '{}' has {} by {}", m.isolate, m.agent,
                                susceptibility::name_of(m.method));
  if (seen.other_line == 0) {
    refusal.what = fmt::format("{} with the same value in line {}, which is kept", what, seen.line);
    return refusal;
  }
  refusal.reason = RefusalReason::conflicting_values;
  refusal.what = fmt::format("{} with different values in lines {} and {}: none is used", what,
                             seen.line, seen.other_line);
  refusal.remedy = "decide which one was measured, or name the isolates apart";
  return refusal;
}

}  // namespace kres::exchange
