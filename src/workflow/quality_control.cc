#include "workflow/quality_control.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "laboratory/record_digest.h"
#include "workflow/attach_file.h"
#include "workflow/day_control.h"
#include "workflow/isolate_status.h"

namespace kres::workflow {

using laboratory::QcDayName;
using laboratory::QcDecisionRecord;
using laboratory::QcResultRecord;
using laboratory::UnitOfWork;
using susceptibility::QcRules;

namespace {

// Of all its audit events.
constexpr std::string_view kSubject = "quality control";

QcDayName day_of(const QcResultRecord& result) {
  return {result.day, result.agent, result.method, result.disk_ug};
}

laboratory::QcSelection selection_of(const QcDayName& day) {
  return {.from = day.day, .to = day.day, .strain = {}, .agent = day.agent};
}

tl::unexpected<Error> refused(ErrorCode code, std::string message) {
  return fail({.code = code, .message = std::move(message), .file = {}, .remedy = {}});
}

Result<void> note(UnitOfWork& work, const std::string& person, Instant now, std::string event,
                  std::string detail, std::string digest) {
  KRES_TRY(work.audit().append({.person = person,
                                .time = now,
                                .event = std::move(event),
                                .subject = std::string(kSubject),
                                .detail = std::move(detail),
                                .before_digest = {},
                                .after_digest = std::move(digest)}));
  return {};
}

// Queues the isolates measured on these days whose values are held, or held no longer.
class Reanalysis {
 public:
  Reanalysis(UnitOfWork& work, const QcRules& rules, const std::string& person, Instant now)
      : work_(work), rules_(rules), person_(person), now_(now) {}

  Result<std::vector<std::string>> of(const std::set<QcDayName>& days) {
    for (const auto& day : days) {
      KRES_ASSIGN(const auto isolates,
                  work_.isolates().measured_on(day.day, day.agent, day.method));
      for (const auto& isolate : isolates)
        if (seen_.insert(isolate.id).second) KRES_TRY(look_at(isolate));
    }
    return std::move(queued_);
  }

 private:
  Result<void> look_at(const laboratory::Isolate& isolate) {
    KRES_ASSIGN(const auto facts, facts_of(work_, isolate));
    if (!facts.can_be_explained()) return {};
    KRES_ASSIGN(const auto changed, with_changed_control(work_, rules_, {isolate}));
    if (changed.empty()) return {};
    KRES_TRY(queue_analysis(work_, isolate, person_, now_));
    KRES_TRY(store_with_state(work_, isolate));
    queued_.push_back(isolate.accession);
    return {};
  }

  UnitOfWork& work_;
  const QcRules& rules_;
  const std::string& person_;
  Instant now_;
  std::set<laboratory::IsolateId> seen_;
  std::vector<std::string> queued_;
};

Result<bool> is_out(const QcResultRecord& record, const QcRules& rules) {
  if (record.withdrawn) return false;
  KRES_ASSIGN(const auto result, qc_result_of(record));
  return state_of(result, rules.ranges) == susceptibility::QcState::out;
}

Result<QcResultRecord> standing_result(UnitOfWork& work, laboratory::QcResultId id) {
  KRES_ASSIGN(const auto found, work.qc_results().find(id));
  if (!found)
    return refused(ErrorCode::not_found,
                   fmt::format("There is no result {} of quality control", id.value));
  KRES_ASSIGN(const auto of_day, work.qc_results().all(selection_of(day_of(*found))));
  for (const auto& standing : standing_among(of_day))
    if (standing.id == id) return standing;
  return refused(ErrorCode::conflict,
                 fmt::format("Result {} of quality control was replaced before", id.value));
}

QcResultRecord corrected(QcResultRecord record, const QcCorrection& correction) {
  record.predecessor = record.id;
  record.id = {};
  record.reason = correction.reason;
  record.withdrawn = !correction.measured.has_value();
  if (!correction.measured) return record;
  record.sign = name_of(correction.measured->sign);
  record.value = correction.measured->value;
  record.unit = name_of(correction.measured->unit);
  record.lot = correction.lot;
  record.medium = correction.medium;
  return record;
}

// What is outside on the day as it stands.
Result<std::vector<laboratory::QcResultId>> out_now(const std::vector<QcResultRecord>& all,
                                                    const QcDayName& day, const QcRules& rules) {
  KRES_ASSIGN(const auto out, ever_out(standing_among(all), day, rules));
  std::vector<laboratory::QcResultId> ids;
  for (const auto& result : out) ids.push_back(result.id);
  return ids;
}

bool all_seen(const std::vector<laboratory::QcResultId>& out,
              const std::vector<laboratory::QcResultId>& seen) {
  return std::all_of(out.begin(), out.end(), [&](laboratory::QcResultId id) {
    return std::find(seen.begin(), seen.end(), id) != seen.end();
  });
}

laboratory::QcDecisionId newest_of(const std::vector<QcDecisionRecord>& decisions,
                                   const QcDayName& day) {
  laboratory::QcDecisionId newest;
  for (const auto& decision : decisions)
    if (decision.of == day) newest = std::max(newest, decision.id);
  return newest;
}

}  // namespace

Result<QcChange> enter_qc_results(const Services& services, const QcRules& rules,
                                  std::vector<QcResultRecord> results, const std::string& person) {
  KRES_ASSIGN(auto work, services.registry.write());
  const auto now = services.clock.now();
  QcChange change;
  std::set<QcDayName> days;
  for (auto& result : results) {
    result.entered_by = person;
    result.entered = now;
    if (const auto checked = check_qc_result(result, services.clock.today()); !checked)
      return bad_input(
          fmt::format("result {}: {}", change.results.size() + 1, checked.error().message));
    KRES_ASSIGN(result.id, work->qc_results().add(result));
    change.results.push_back(result.id);
    days.insert(day_of(result));
  }
  if (results.empty()) return bad_input("There is no result to enter");
  KRES_TRY(note(
      *work, person, now, "qc.entered",
      fmt::format("qc results {}-{}", change.results.front().value, change.results.back().value),
      digest_of(results)));
  KRES_ASSIGN(change.reanalysed, Reanalysis(*work, rules, person, now).of(days));
  KRES_TRY(work->commit());
  return change;
}

Result<QcChange> correct_qc_result(const Services& services, const QcRules& rules,
                                   const QcCorrection& correction, const std::string& person) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto replaced, standing_result(*work, correction.replaces));
  KRES_ASSIGN(const bool was_out, is_out(replaced, rules));
  KRES_TRY(may_replace(replaced, was_out, person));
  auto record = corrected(replaced, correction);
  const auto now = services.clock.now();
  record.entered_by = person;
  record.entered = now;
  KRES_TRY(check_qc_result(record, services.clock.today()));
  KRES_ASSIGN(record.id, work->qc_results().add(record));
  KRES_TRY(note(*work, person, now, "qc.corrected", fmt::format("qc result {}", record.id.value),
                digest_of(std::vector{record})));
  QcChange change{.results = {record.id}, .decision = {}, .reanalysed = {}};
  KRES_ASSIGN(change.reanalysed, Reanalysis(*work, rules, person, now).of({day_of(record)}));
  KRES_TRY(work->commit());
  return change;
}

Result<QcChange> decide_qc_day(const Services& services, const QcRules& rules,
                               const QcVerdict& verdict, const std::string& person) {
  KRES_ASSIGN(auto work, services.registry.write());
  const auto& day = verdict.of;
  KRES_ASSIGN(const auto all, work->qc_results().all(selection_of(day)));
  if (std::none_of(all.begin(), all.end(), [&](const auto& one) { return day_of(one) == day; }))
    return refused(ErrorCode::not_found,
                   fmt::format("There is no quality control of {} by {} on {}", day.agent,
                               day.method, day.day.iso()));
  QcDecisionRecord record{.of = day,
                          .accepted = verdict.accepted,
                          .reason = verdict.reason,
                          .person = person,
                          .decided = services.clock.now()};
  KRES_TRY(check_qc_decision(record));
  KRES_ASSIGN(record.seen, out_now(all, day, rules));
  if (record.seen.empty())
    return refused(ErrorCode::conflict, "Nothing of that day is outside its range");
  if (!all_seen(record.seen, verdict.seen))
    return refused(ErrorCode::conflict, "Results of that day have come since; look at it again");
  KRES_ASSIGN(const auto out, ever_out(all, day, rules));
  if (verdict.accepted) KRES_TRY(may_accept(out, person));
  KRES_ASSIGN(const auto earlier, work->qc_decisions().all(selection_of(day)));
  record.predecessor = newest_of(earlier, day);
  KRES_ASSIGN(record.id, work->qc_decisions().add(record));
  KRES_TRY(note(*work, person, record.decided, "qc.decided",
                fmt::format("qc decision {}", record.id.value), digest_of(record)));
  QcChange change;
  KRES_ASSIGN(change.reanalysed, Reanalysis(*work, rules, person, record.decided).of({day}));
  KRES_TRY(work->commit());
  change.decision = std::move(record);
  return change;
}

Result<std::vector<QcResultRecord>> ever_out(const std::vector<QcResultRecord>& all,
                                             const QcDayName& day, const QcRules& rules) {
  std::vector<QcResultRecord> out;
  for (const auto& result : all) {
    if (day_of(result) != day) continue;
    KRES_ASSIGN(const bool outside, is_out(result, rules));
    if (outside) out.push_back(result);
  }
  return out;
}

}  // namespace kres::workflow
