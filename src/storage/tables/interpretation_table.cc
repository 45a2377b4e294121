#include "storage/tables/interpretation_table.h"

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::InterpretationId;
using laboratory::InterpretationRecord;

namespace {

constexpr std::string_view kSelect =
    "select id, isolate, measurement, breakpoints, organism, category, document, created, "
    "predecessor from interpretation ";

InterpretationRecord interpretation_of(const Row& row) {
  return {.id = {row.integer(0)},
          .isolate = {row.integer(1)},
          .measurement = {row.integer(2)},
          .breakpoints = row.text(3),
          .organism = row.text(4),
          .category = row.text(5),
          .document = row.text(6),
          .created = row.instant(7),
          .predecessor = {row.integer(8)}};
}

}  // namespace

Result<InterpretationId> InterpretationTable::add(const InterpretationRecord& record) {
  KRES_ASSIGN(
      const auto rows,
      session_.query("insert into interpretation (isolate, measurement, breakpoints, "
                     "organism, category, document, created, predecessor) values (:isolate, "
                     ":measurement, :breakpoints, :organism, :category, :document, :created, "
                     ":predecessor) returning id",
                     {{"isolate", record.isolate.value},
                      {"measurement", record.measurement.value},
                      {"breakpoints", record.breakpoints},
                      {"organism", record.organism},
                      {"category", record.category},
                      {"document", record.document},
                      {"created", record.created},
                      reference("predecessor", record.predecessor)}));
  return InterpretationId{rows.front().integer(0)};
}

Result<std::vector<InterpretationRecord>> InterpretationTable::current_of(
    laboratory::IsolateId isolate) {
  KRES_ASSIGN(
      const auto rows,
      session_.query(std::string(kSelect) +
                         "where isolate = :isolate and not exists (select 1 from interpretation as "
                         "later where later.predecessor = interpretation.id) and not exists "
                         "(select 1 from measurement where measurement.predecessor = "
                         "interpretation.measurement) order by measurement",
                     {{"isolate", isolate.value}}));
  return every<InterpretationRecord>(rows, interpretation_of);
}

Result<std::vector<InterpretationRecord>> InterpretationTable::of_explanation(
    laboratory::ExplanationId explanation) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) +
                                 "where id in (select interpretation from "
                                 "explanation_interpretation where explanation = :explanation) "
                                 "order by measurement",
                             {{"explanation", explanation.value}}));
  return every<InterpretationRecord>(rows, interpretation_of);
}

}  // namespace kres::storage
