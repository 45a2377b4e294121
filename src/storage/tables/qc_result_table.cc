#include "storage/tables/qc_result_table.h"

#include "storage/tables/columns.h"
#include "storage/tables/value_list.h"

namespace kres::storage {

using laboratory::QcResultId;
using laboratory::QcResultRecord;

namespace {

constexpr std::string_view kSelect =
    "select id, day, strain, agent, method, system, sign, value, unit, disk_ug, lot, medium, "
    "withdrawn, reason, entered_by, entered, predecessor from qc_result ";

QcResultRecord result_of(const Row& row) {
  return {.id = {row.integer(0)},
          .day = row.date(1),
          .strain = row.text(2),
          .agent = row.text(3),
          .method = row.text(4),
          .system = row.text(5),
          .sign = row.text(6),
          .value = row.real(7),
          .unit = row.text(8),
          .disk_ug = row.text(9),
          .lot = row.text(10),
          .medium = row.text(11),
          .withdrawn = row.flag(12),
          .reason = row.text(13),
          .entered_by = row.text(14),
          .entered = row.instant(15),
          .predecessor = {row.integer(16)}};
}

Parameters parameters_of(const QcResultRecord& record) {
  return {{"day", record.day},         {"strain", record.strain},
          {"agent", record.agent},     {"method", record.method},
          {"system", record.system},   {"sign", record.sign},
          {"value", record.value},     {"unit", record.unit},
          {"disk_ug", record.disk_ug}, {"lot", record.lot},
          {"medium", record.medium},   {"withdrawn", record.withdrawn},
          {"reason", record.reason},   {"entered_by", record.entered_by},
          {"entered", record.entered}, reference("predecessor", record.predecessor)};
}

}  // namespace

Result<QcResultId> QcResultTable::add(const QcResultRecord& record) {
  KRES_ASSIGN(const auto rows,
              session_.query(
                  "insert into qc_result (day, strain, agent, method, system, sign, value, unit, "
                  "disk_ug, lot, medium, withdrawn, reason, entered_by, entered, predecessor) "
                  "values (:day, :strain, :agent, :method, :system, :sign, :value, :unit, "
                  ":disk_ug, :lot, :medium, :withdrawn, :reason, :entered_by, :entered, "
                  ":predecessor) returning id",
                  parameters_of(record)));
  return QcResultId{rows.front().integer(0)};
}

Result<std::optional<QcResultRecord>> QcResultTable::find(QcResultId id) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "where id = :id", {{"id", id.value}}));
  return first<QcResultRecord>(rows, result_of);
}

Result<std::vector<QcResultRecord>> QcResultTable::all(const laboratory::QcSelection& selection) {
  KRES_ASSIGN(
      const auto rows,
      session_.query(std::string(kSelect) + "where day >= :from_day and day <= :to_day "
                                            "and (:strain = '' or strain = :strain) "
                                            "and (:agent = '' or agent = :agent) order by day, id",
                     {{"from_day", selection.from},
                      {"to_day", selection.to},
                      {"strain", selection.strain},
                      {"agent", selection.agent}}));
  return every<QcResultRecord>(rows, result_of);
}

Result<std::vector<QcResultRecord>> QcResultTable::standing_on(const std::vector<Date>& days) {
  if (days.empty()) return std::vector<QcResultRecord>{};
  Parameters parameters;
  const auto list = value_list("day", days, parameters);
  KRES_ASSIGN(const auto rows,
              session_.query(fmt::format("{}where day in ({}) and withdrawn = 0 and not exists "
                                         "(select 1 from qc_result as later where "
                                         "later.predecessor = qc_result.id) order by day, id",
                                         kSelect, list),
                             parameters));
  return every<QcResultRecord>(rows, result_of);
}

}  // namespace kres::storage
