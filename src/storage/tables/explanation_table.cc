#include "storage/tables/explanation_table.h"

#include "storage/tables/columns.h"
#include "storage/tables/scope_condition.h"

namespace kres::storage {

using laboratory::ExplanationId;
using laboratory::ExplanationRecord;

namespace {
ExplanationRecord explanation_of(const Row& row) {
  return {.id = {row.integer(0)},
          .isolate = {row.integer(1)},
          .analysis = {row.integer(2)},
          .rules = row.text(3),
          .document = row.text(4),
          .created = row.instant(5),
          .predecessor = {row.integer(6)}};
}
}  // namespace

Result<ExplanationId> ExplanationTable::add(
    const ExplanationRecord& record,
    const std::vector<laboratory::InterpretationId>& interpretations) {
  KRES_ASSIGN(
      const auto rows,
      session_.query("insert into explanation (isolate, analysis, rules, document, created, "
                     "predecessor) values (:isolate, :analysis, :rules, :document, "
                     ":created, :predecessor) returning id",
                     {{"isolate", record.isolate.value},
                      reference("analysis", record.analysis),
                      {"rules", record.rules},
                      {"document", record.document},
                      {"created", record.created},
                      reference("predecessor", record.predecessor)}));
  const ExplanationId id{rows.front().integer(0)};
  for (const auto interpretation : interpretations)
    KRES_TRY(
        session_.execute("insert into explanation_interpretation (explanation, "
                         "interpretation) values (:explanation, :interpretation)",
                         {{"explanation", id.value}, {"interpretation", interpretation.value}}));
  return id;
}

Result<std::optional<ExplanationRecord>> ExplanationTable::find(ExplanationId id) {
  const auto scope = isolate_within(scope_);
  KRES_ASSIGN(const auto rows,
              session_.query("select id, isolate, analysis, rules, document, created, predecessor "
                             "from explanation where id = :id" +
                                 scope.sql,
                             scope.with({{"id", id.value}})));
  return first<ExplanationRecord>(rows, explanation_of);
}

}  // namespace kres::storage
