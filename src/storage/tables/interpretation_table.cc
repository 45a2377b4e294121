#include "storage/tables/interpretation_table.h"

#include <fmt/format.h>

#include "storage/tables/columns.h"
#include "storage/tables/measurement_table.h"
#include "storage/tables/scope_condition.h"
#include "storage/tables/value_list.h"

namespace kres::storage {

using laboratory::ControlledValue;
using laboratory::InterpretationId;
using laboratory::InterpretationRecord;

namespace {

constexpr std::string_view kSelect =
    "select id, isolate, measurement, breakpoints, organism, category, document, created, "
    "predecessor from interpretation ";

InterpretationRecord interpretation_at(const Row& row, std::size_t first) {
  return {.id = {row.integer(first)},
          .isolate = {row.integer(first + 1)},
          .measurement = {row.integer(first + 2)},
          .breakpoints = row.text(first + 3),
          .organism = row.text(first + 4),
          .category = row.text(first + 5),
          .document = row.text(first + 6),
          .created = row.instant(first + 7),
          .predecessor = {row.integer(first + 8)}};
}

InterpretationRecord interpretation_of(const Row& row) { return interpretation_at(row, 0); }

// As measurement_at() reads them.
constexpr std::string_view kMeasurement =
    "measurement.id, measurement.isolate, measurement.agent, measurement.method, "
    "measurement.system, measurement.sign, measurement.value, measurement.unit, "
    "measurement.indication, measurement.route, measurement.provenance, measurement.measured, "
    "measurement.entered_by, measurement.entered, measurement.predecessor, measurement.disk_ug, "
    "measurement.guideline, measurement.reason";

// The document is long and needed only of a value that was held: qc_out stands among its flags.
constexpr std::string_view kControlled =
    "select case when interpretation.document like '%\"qc_out\"%' then interpretation.document "
    "else "
    "'' end, {} from explanation_interpretation as behind join interpretation on interpretation.id "
    "= behind.interpretation join measurement on measurement.id = interpretation.measurement where "
    "behind.explanation in ({}) and (interpretation.document like '%\"qc_out\"%' or exists (select "
    "1 from qc_result where qc_result.day = measurement.measured and qc_result.agent = "
    "measurement.agent)){} order by measurement.id";

// An answer counts if it is signed and no later version of it is.
constexpr std::string_view kReported =
    "select isolate.accession, answer.id, answer.version, "
    "interpretation.id, interpretation.isolate, interpretation.measurement, "
    "interpretation.breakpoints, interpretation.organism, interpretation.category, "
    "interpretation.document, interpretation.created, interpretation.predecessor, "
    "{} from isolate left join answer on answer.isolate = isolate.id and answer.state = 'signed' "
    "and not exists (select 1 from answer as later where later.isolate = isolate.id and "
    "later.state = 'signed' and later.version > answer.version) "
    "join explanation_interpretation as behind on behind.explanation = "
    "coalesce(answer.explanation, isolate.current_explanation) "
    "join interpretation on interpretation.id = behind.interpretation "
    "join measurement on measurement.id = interpretation.measurement "
    "where isolate.id > :after and isolate.id <= :last";
constexpr std::string_view kReportedOrder = " order by isolate.id, measurement.id";

laboratory::ReportedResult reported_of(const Row& row) {
  return {.accession = row.text(0),
          .answer = {row.integer(1)},
          .answer_version = static_cast<int>(row.integer(2)),
          .measurement = measurement_at(row, 12),
          .interpretation = interpretation_at(row, 3)};
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

Result<std::vector<ControlledValue>> InterpretationTable::controlled(
    const std::vector<laboratory::ExplanationId>& explanations) {
  if (explanations.empty()) return std::vector<ControlledValue>{};
  auto scope = isolate_within(scope_, "measurement.isolate");
  const auto list = value_list("explanation", explanations, scope.parameters);
  KRES_ASSIGN(const auto rows,
              session_.query(fmt::format(fmt::runtime(kControlled), kMeasurement, list, scope.sql),
                             scope.parameters));
  return every<ControlledValue>(rows, [](const Row& row) {
    return ControlledValue{.measurement = measurement_at(row, 1), .held = row.text(0)};
  });
}

Result<laboratory::ReportedPage> InterpretationTable::reported(laboratory::IsolateId after,
                                                               int isolates) {
  laboratory::ReportedPage page;
  const auto scope = within(scope_, "isolate.laboratory");
  KRES_ASSIGN(const auto ids,
              session_.query("select id from isolate where id > :after and current_explanation is "
                             "not null" +
                                 scope.sql + " order by id limit :limit",
                             scope.with({{"after", after.value}, {"limit", isolates + 1}})));
  const bool more = ids.size() > static_cast<std::size_t>(isolates);
  page.isolates = more ? isolates : static_cast<std::int64_t>(ids.size());
  if (page.isolates == 0) return page;
  const auto last = ids[static_cast<std::size_t>(page.isolates) - 1].integer(0);
  if (more) page.next = {last};
  KRES_ASSIGN(const auto rows,
              session_.query(fmt::format(fmt::runtime(kReported), kMeasurement) + scope.sql +
                                 std::string(kReportedOrder),
                             scope.with({{"after", after.value}, {"last", last}})));
  page.results = every<laboratory::ReportedResult>(rows, reported_of);
  return page;
}

// An isolate in a state that follows an explanation has one (state_of), so the tally counts it; of
// the others, which are under way, an index holds those that are explained.
Result<std::int64_t> InterpretationTable::explained_isolates() {
  const auto scope = within(scope_);
  KRES_ASSIGN(
      const auto rows,
      session_.query(
          fmt::format(
              "select (select coalesce(sum(isolates), 0) from isolate_tally where state in "
              "('awaiting_genome', 'ready', 'draft', 'validated', 'answered'){0}) + (select "
              "count(*) from isolate where current_explanation is not null and state in "
              "('expected', 'received', 'analysing', 'failed'){0})",
              scope.sql),
          scope.parameters));
  return rows.front().integer(0);
}

}  // namespace kres::storage
