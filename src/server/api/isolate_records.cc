#include "server/api/isolate_records.h"

#include <fmt/format.h>

#include "workflow/earlier_isolates.h"

namespace kres::api {

using laboratory::Isolate;
using laboratory::UnitOfWork;

namespace {

template <class Record>
Result<Record> must_exist(std::optional<Record> record, std::string_view what,
                          const Isolate& isolate) {
  if (record) return *std::move(record);
  return fail({ErrorCode::corrupt,
               fmt::format("the {} of {} is missing", what, isolate.accession),
               {},
               0,
               {}});
}

Result<void> load_current(UnitOfWork& work, IsolateRecords& records) {
  const auto& isolate = records.isolate;
  if (isolate.current_analysis) {
    KRES_ASSIGN(auto analysis, work.analyses().find(isolate.current_analysis));
    KRES_ASSIGN(records.analysis, must_exist(std::move(analysis), "analysis", isolate));
  }
  if (isolate.current_explanation) {
    KRES_ASSIGN(auto explanation, work.explanations().find(isolate.current_explanation));
    KRES_ASSIGN(records.explanation, must_exist(std::move(explanation), "explanation", isolate));
  }
  return {};
}

}  // namespace

Result<IsolateRecords> load_records(UnitOfWork& work, const Isolate& isolate,
                                    const susceptibility::QcRules& rules) {
  IsolateRecords records;
  records.isolate = isolate;
  KRES_ASSIGN(auto referral, work.referrals().find(isolate.referral));
  KRES_ASSIGN(records.referral, must_exist(std::move(referral), "referral", isolate));
  KRES_ASSIGN(records.measurements, work.measurements().current_of(isolate.id));
  KRES_ASSIGN(records.control, workflow::control_of(work, rules, records.measurements));
  KRES_ASSIGN(records.tests, work.test_results().all_of(isolate.id));
  KRES_ASSIGN(records.interpretations, work.interpretations().current_of(isolate.id));
  KRES_ASSIGN(records.queries, work.sender_queries().of(isolate.id));
  KRES_ASSIGN(records.earlier, workflow::earlier_isolates(work, isolate, records.referral));
  KRES_ASSIGN(records.files, work.isolates().files(isolate.id));
  KRES_ASSIGN(records.analyses, work.analyses().of(isolate.id));
  KRES_ASSIGN(records.answers, work.answers().of(isolate.id));
  for (const auto& answer : records.answers) {
    KRES_ASSIGN(const auto openings, work.deliveries().openings_of(answer.id));
    records.openings.insert(records.openings.begin(), openings.begin(), openings.end());
  }
  KRES_ASSIGN(records.history, work.audit().of(isolate.accession));
  KRES_ASSIGN(records.job, work.jobs().newest_of(isolate.id));
  KRES_TRY(load_current(work, records));
  return records;
}

}  // namespace kres::api
