#include "laboratory/qc_result_record.h"

#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "laboratory/referral.h"

namespace kres::laboratory {

namespace {

Result<void> check_text(const char* field, const std::string& text) {
  if (text.size() > kLongestQcText)
    return bad_input(fmt::format("The {} is longer than {} bytes", field, kLongestQcText));
  if (contains_national_identity_number(text))
    return bad_input(fmt::format("The {} holds a national identity number", field));
  return {};
}

}  // namespace

std::string QcResultRecord::text() const {
  return fmt::format("{}{} {}", sign == "=" ? "" : sign, value, unit);
}

Result<void> check_qc_result(const QcResultRecord& record, Date today) {
  if (record.strain.empty()) return bad_input("State the control strain");
  if (today < record.day)
    return bad_input(
        fmt::format("The day of the quality control, {}, lies ahead", record.day.iso()));
  if (record.predecessor && trim(record.reason).empty())
    return bad_input("A correction needs a reason");
  if (!record.predecessor && !record.reason.empty())
    return bad_input("A reason is given where a result takes the place of another");
  if (!record.predecessor && record.withdrawn) return bad_input("There is nothing to withdraw");
  KRES_TRY(check_text("reason", record.reason));
  KRES_TRY(check_text("lot", record.lot));
  return check_text("medium", record.medium);
}

std::vector<QcResultRecord> standing_among(const std::vector<QcResultRecord>& all) {
  std::set<QcResultId> replaced;
  for (const auto& record : all) replaced.insert(record.predecessor);
  std::vector<QcResultRecord> standing;
  for (const auto& record : all)
    if (!record.withdrawn && !replaced.contains(record.id)) standing.push_back(record);
  return standing;
}

Result<void> may_replace(const QcResultRecord& record, bool was_out, const std::string& person) {
  if (!was_out || record.entered_by != person) return {};
  return fail(
      {.code = ErrorCode::forbidden, .message = "qc.why.entered_out", .file = {}, .remedy = {}});
}

}  // namespace kres::laboratory
