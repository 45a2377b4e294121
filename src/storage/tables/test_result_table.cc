#include "storage/tables/test_result_table.h"

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::ExplanationId;
using laboratory::IsolateId;
using laboratory::TestResultId;
using laboratory::TestResultRecord;

namespace {

constexpr std::string_view kSelect =
    "select id, isolate, test, outcomes, tested, comment, entered_by, entered, predecessor "
    "from test_result ";

TestResultRecord result_of(const Row& row) {
  return {.id = {row.integer(0)},
          .isolate = {row.integer(1)},
          .test = row.text(2),
          .outcomes = separated(row.text(3)),
          .tested = row.optional_date(4),
          .comment = row.text(5),
          .entered_by = row.text(6),
          .entered = row.instant(7),
          .predecessor = {row.integer(8)}};
}

}  // namespace

Result<TestResultId> TestResultTable::add(const TestResultRecord& record) {
  KRES_ASSIGN(const auto rows,
              session_.query("insert into test_result (isolate, test, outcomes, tested, comment, "
                             "entered_by, entered, predecessor) values (:isolate, :test, "
                             ":outcomes, :tested, :comment, :entered_by, :entered, :predecessor) "
                             "returning id",
                             {{"isolate", record.isolate.value},
                              {"test", record.test},
                              {"outcomes", joined(record.outcomes)},
                              {"tested", record.tested},
                              {"comment", record.comment},
                              {"entered_by", record.entered_by},
                              {"entered", record.entered},
                              reference("predecessor", record.predecessor)}));
  return TestResultId{rows.front().integer(0)};
}

Result<std::vector<TestResultRecord>> TestResultTable::current_of(IsolateId isolate) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) +
                                 "where isolate = :isolate and not exists (select 1 from "
                                 "test_result as later where later.predecessor = test_result.id) "
                                 "order by id",
                             {{"isolate", isolate.value}}));
  return every<TestResultRecord>(rows, result_of);
}

Result<std::vector<TestResultRecord>> TestResultTable::all_of(IsolateId isolate) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "where isolate = :isolate order by id",
                             {{"isolate", isolate.value}}));
  return every<TestResultRecord>(rows, result_of);
}

Result<void> TestResultTable::tie(ExplanationId explanation,
                                  const std::vector<TestResultRecord>& results) {
  for (const auto& result : results)
    KRES_TRY(
        session_.execute("insert into explanation_test_result (explanation, test_result) "
                         "values (:explanation, :test_result)",
                         {{"explanation", explanation.value}, {"test_result", result.id.value}}));
  return {};
}

Result<std::vector<TestResultRecord>> TestResultTable::of_explanation(ExplanationId explanation) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) +
                                 "where id in (select test_result from explanation_test_result "
                                 "where explanation = :explanation) order by id",
                             {{"explanation", explanation.value}}));
  return every<TestResultRecord>(rows, result_of);
}

}  // namespace kres::storage
