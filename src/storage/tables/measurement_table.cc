#include "storage/tables/measurement_table.h"

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::IsolateId;
using laboratory::MeasurementId;
using laboratory::MeasurementRecord;

namespace {

constexpr std::string_view kSelect =
    "select id, isolate, agent, method, system, sign, value, unit, indication, route, provenance, "
    "measured, entered_by, entered, predecessor from measurement ";

MeasurementRecord measurement_of(const Row& row) {
  return {.id = {row.integer(0)},
          .isolate = {row.integer(1)},
          .agent = row.text(2),
          .method = row.text(3),
          .system = row.text(4),
          .sign = row.text(5),
          .value = row.real(6),
          .unit = row.text(7),
          .indication = row.text(8),
          .route = row.text(9),
          .provenance = row.text(10),
          .measured = row.optional_date(11),
          .entered_by = row.text(12),
          .entered = row.instant(13),
          .predecessor = {row.integer(14)}};
}

Parameters parameters_of(const MeasurementRecord& record) {
  return {{"isolate", record.isolate.value},
          {"agent", record.agent},
          {"method", record.method},
          {"system", record.system},
          {"sign", record.sign},
          {"value", record.value},
          {"unit", record.unit},
          {"indication", record.indication},
          {"route", record.route},
          {"provenance", record.provenance},
          {"measured", record.measured},
          {"entered_by", record.entered_by},
          {"entered", record.entered},
          reference("predecessor", record.predecessor)};
}

}  // namespace

Result<MeasurementId> MeasurementTable::add(const MeasurementRecord& record) {
  KRES_ASSIGN(
      const auto rows,
      session_.query("insert into measurement (isolate, agent, method, system, sign, value, "
                     "unit, indication, route, provenance, measured, entered_by, entered, "
                     "predecessor) values (:isolate, :agent, :method, :system, :sign, "
                     ":value, :unit, :indication, :route, :provenance, :measured, "
                     ":entered_by, :entered, :predecessor) returning id",
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
