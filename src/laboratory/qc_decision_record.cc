#include "laboratory/qc_decision_record.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "laboratory/referral.h"

namespace kres::laboratory {

namespace {

bool has_seen(const QcDecisionRecord& decision, const std::vector<QcResultId>& out) {
  return std::all_of(out.begin(), out.end(), [&](QcResultId id) {
    return std::find(decision.seen.begin(), decision.seen.end(), id) != decision.seen.end();
  });
}

}  // namespace

Result<void> check_qc_decision(const QcDecisionRecord& record) {
  if (trim(record.reason).empty()) return bad_input("A decision needs a reason");
  if (record.reason.size() > kLongestQcText)
    return bad_input(fmt::format("The reason is longer than {} bytes", kLongestQcText));
  if (contains_national_identity_number(record.reason))
    return bad_input("The reason holds a national identity number");
  return {};
}

Result<void> may_accept(const std::vector<QcResultRecord>& ever_out, const std::string& person) {
  const bool entered = std::any_of(ever_out.begin(), ever_out.end(),
                                   [&](const auto& result) { return result.entered_by == person; });
  if (!entered) return {};
  return fail(
      {.code = ErrorCode::forbidden, .message = "qc.why.entered_out", .file = {}, .remedy = {}});
}

const QcDecisionRecord* decision_in_force(const std::vector<QcDecisionRecord>& decisions,
                                          const QcDayName& day,
                                          const std::vector<QcResultId>& out) {
  const QcDecisionRecord* newest = nullptr;
  for (const auto& decision : decisions)
    if (decision.of == day && (newest == nullptr || newest->id < decision.id)) newest = &decision;
  if (newest == nullptr || (newest->accepted && !has_seen(*newest, out))) return nullptr;
  return newest;
}

}  // namespace kres::laboratory
