#include "storage/tables/measurement_table.h"

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::IsolateId;
using laboratory::MeasurementId;
using laboratory::MeasurementRecord;

namespace {

constexpr std::string_view kSelect =
    "select id, isolate, agent, method, system, sign, value, unit, indication, route, provenance, "
    "measured, entered_by, entered, predecessor, disk_ug, guideline, reason from measurement ";

MeasurementRecord measurement_of(const Row& row) { return measurement_at(row, 0); }

Parameters parameters_of(const MeasurementRecord& record) {
  return {{"isolate", record.isolate.value},
          {"agent", record.agent},
          {"method", record.method},
          {"system", record.system},
          {"sign", record.sign},
          {"value", record.value},
          {"unit", record.unit},
          {"disk_ug", record.disk_ug},
          {"guideline", record.guideline},
          {"indication", record.indication},
          {"route", record.route},
          {"provenance", record.provenance},
          {"measured", record.measured},
          {"entered_by", record.entered_by},
          {"entered", record.entered},
          {"reason", record.reason},
          reference("predecessor", record.predecessor)};
}

}  // namespace

MeasurementRecord measurement_at(const Row& row, std::size_t first) {
  return {.id = {row.integer(first)},
          .isolate = {row.integer(first + 1)},
          .agent = row.text(first + 2),
          .method = row.text(first + 3),
          .system = row.text(first + 4),
          .sign = row.text(first + 5),
          .value = row.real(first + 6),
          .unit = row.text(first + 7),
          .disk_ug = row.text(first + 15),
          .guideline = row.text(first + 16),
          .indication = row.text(first + 8),
          .route = row.text(first + 9),
          .provenance = row.text(first + 10),
          .measured = row.optional_date(first + 11),
          .entered_by = row.text(first + 12),
          .entered = row.instant(first + 13),
          .predecessor = {row.integer(first + 14)},
          .reason = row.text(first + 17)};
}

Result<MeasurementId> MeasurementTable::add(const MeasurementRecord& record) {
  KRES_ASSIGN(
      const auto rows,
      session_.query(
          "insert into measurement (isolate, agent, method, system, sign, value, "
          "unit, indication, route, provenance, measured, entered_by, entered, "
          "predecessor, disk_ug, guideline, reason) values (:isolate, :agent, :method, :system, "
          ":sign, "
          ":value, :unit, :indication, :route, :provenance, :measured, "
          ":entered_by, :entered, :predecessor, :disk_ug, :guideline, :reason) returning id",
          parameters_of(record)));
  return MeasurementId{rows.front().integer(0)};
}

Result<std::vector<MeasurementRecord>> MeasurementTable::current_of(IsolateId isolate) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) +
                                 "where isolate = :isolate and not exists (select 1 from "
                                 "measurement as later where later.predecessor = measurement.id) "
                                 "order by id",
                             {{"isolate", isolate.value}}));
  return every<MeasurementRecord>(rows, measurement_of);
}

Result<std::vector<MeasurementRecord>> MeasurementTable::all_of(IsolateId isolate) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "where isolate = :isolate order by id",
                             {{"isolate", isolate.value}}));
  return every<MeasurementRecord>(rows, measurement_of);
}

}  // namespace kres::storage
