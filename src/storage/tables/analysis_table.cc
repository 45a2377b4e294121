#include "storage/tables/analysis_table.h"

#include "storage/tables/columns.h"
#include "storage/tables/scope_condition.h"

namespace kres::storage {

using laboratory::AnalysisId;
using laboratory::AnalysisRecord;

namespace {

constexpr std::string_view kOfOtherReference =
    "from isolate join analysis on analysis.id = isolate.current_analysis where "
    "analysis.reference_digest <> :digest and not exists (select 1 from job where job.isolate = "
    "isolate.id and job.state in ('queued', 'running'))";

AnalysisRecord analysis_of(const Row& row) {
  return {.id = {row.integer(0)},
          .isolate = {row.integer(1)},
          .input_sha256 = row.text(2),
          .software = row.text(3),
          .reference_name = row.text(4),
          .reference_digest = row.text(5),
          .settings_digest = row.text(6),
          .verdict = row.text(7),
          .result = row.text(8),
          .created = row.instant(9),
          .predecessor = {row.integer(10)}};
}

}  // namespace

Result<AnalysisId> AnalysisTable::add(const AnalysisRecord& record) {
  KRES_ASSIGN(
      const auto rows,
      session_.query(
          "insert into analysis (isolate, input_sha256, software, reference_name, "
          "reference_digest, settings_digest, verdict, result, created, predecessor) values "
          "(:isolate, :input_sha256, :software, :reference_name, :reference_digest, "
          ":settings_digest, :verdict, :result, :created, :predecessor) returning id",
          {{"isolate", record.isolate.value},
           {"input_sha256", record.input_sha256},
           {"software", record.software},
           {"reference_name", record.reference_name},
           {"reference_digest", record.reference_digest},
           {"settings_digest", record.settings_digest},
           {"verdict", record.verdict},
           {"result", record.result},
           {"created", record.created},
           reference("predecessor", record.predecessor)}));
  return AnalysisId{rows.front().integer(0)};
}

Result<std::optional<AnalysisRecord>> AnalysisTable::find(AnalysisId id) {
  const auto scope = isolate_within(scope_);
  KRES_ASSIGN(const auto rows,
              session_.query("select id, isolate, input_sha256, software, reference_name, "
                             "reference_digest, settings_digest, verdict, result, created, "
                             "predecessor from analysis where id = :id" +
                                 scope.sql,
                             scope.with({{"id", id.value}})));
  return first<AnalysisRecord>(rows, analysis_of);
}

Result<std::vector<AnalysisRecord>> AnalysisTable::of(laboratory::IsolateId isolate) {
  KRES_ASSIGN(const auto rows,
              session_.query("select id, isolate, input_sha256, software, reference_name, "
                             "reference_digest, settings_digest, verdict, '', created, "
                             "predecessor from analysis where isolate = :isolate order by id desc",
                             {{"isolate", isolate.value}}));
  return every<AnalysisRecord>(rows, analysis_of);
}

Result<std::vector<laboratory::IsolateId>> AnalysisTable::of_other_reference(
    const std::string& digest, int limit) {
  const auto scope = within(scope_, "isolate.laboratory");
  KRES_ASSIGN(const auto rows,
              session_.query("select isolate.id " + std::string(kOfOtherReference) + scope.sql +
                                 " order by isolate.id limit :limit",
                             scope.with({{"digest", digest}, {"limit", limit}})));
  return every<laboratory::IsolateId>(
      rows, [](const Row& row) { return laboratory::IsolateId{row.integer(0)}; });
}

Result<std::int64_t> AnalysisTable::count_other_reference(const std::string& digest) {
  const auto scope = within(scope_, "isolate.laboratory");
  KRES_ASSIGN(const auto rows,
              session_.query("select count(*) " + std::string(kOfOtherReference) + scope.sql,
                             scope.with({{"digest", digest}})));
  return rows.front().integer(0);
}

}  // namespace kres::storage
