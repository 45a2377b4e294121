// The scans of ShipmentTable: every reading of a tube's label.
#include "storage/tables/columns.h"
#include "storage/tables/scope_condition.h"
#include "storage/tables/shipment_table.h"

namespace kres::storage {

using laboratory::Scan;
using laboratory::ScanId;
using laboratory::ShipmentId;

namespace {

constexpr std::string_view kSelect =
    "select id, shipment, code, isolate, outcome, sample_before, received_before, person, time, "
    "undone_by, undone from scan where 1 = 1 ";

Scan scan_of(const Row& row) {
  return {
      .id = {row.integer(0)},
      .shipment = {row.integer(1)},
      .code = row.text(2),
      .isolate = {row.integer(3)},
      .outcome =
          laboratory::scan_outcome_from(row.text(4)).value_or(laboratory::ScanOutcome::unknown),
      .sample_before =
          laboratory::sample_state_from(row.text(5)).value_or(laboratory::SampleState::expected),
      .received_before = row.is_null(6) ? Date{} : row.date(6),
      .person = row.text(7),
      .time = row.instant(8),
      .undone_by = row.text(9),
      .undone = row.optional_instant(10)};
}

}  // namespace

Result<ScanId> ShipmentTable::add(const Scan& scan) {
  KRES_ASSIGN(const auto rows,
              session_.query("insert into scan (shipment, code, isolate, outcome, sample_before, "
                             "received_before, person, time, undone_by) values (:shipment, :code, "
                             ":isolate, :outcome, :sample_before, :received_before, :person, "
                             ":time, '') returning id",
                             {reference("shipment", scan.shipment),
                              {"code", scan.code},
                              reference("isolate", scan.isolate),
                              {"outcome", laboratory::name_of(scan.outcome)},
                              {"sample_before", laboratory::name_of(scan.sample_before)},
                              {"received_before", scan.received_before},
                              {"person", scan.person},
                              {"time", scan.time}}));
  return ScanId{rows.front().integer(0)};
}

Result<std::optional<Scan>> ShipmentTable::find(ScanId id) {
  const auto scope = isolate_within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "and id = :id" + scope.sql,
                                              scope.with({{"id", id.value}})));
  return first<Scan>(rows, scan_of);
}

Result<void> ShipmentTable::undo(const Scan& scan) {
  KRES_ASSIGN(const auto changed,
              session_.execute(
                  "update scan set undone_by = :undone_by, undone = :undone where id "
                  "= :id and undone is null",
                  {{"undone_by", scan.undone_by}, {"undone", scan.undone}, {"id", scan.id.value}}));
  if (changed == 1) return {};
  return fail({.code = ErrorCode::conflict,
               .message = "The scan was undone already",
               .file = {},
               .remedy = {}});
}

Result<std::vector<Scan>> ShipmentTable::scans_of(ShipmentId shipment) {
  const auto scope = isolate_within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + "and shipment = :shipment" +
                                                  scope.sql + " order by id",
                                              scope.with({{"shipment", shipment.value}})));
  return every<Scan>(rows, scan_of);
}

Result<std::vector<Scan>> ShipmentTable::scans_without_box(Instant since) {
  const auto scope = isolate_within(scope_);
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "and shipment is null and time >= :since" +
                                 scope.sql + " order by id",
                             scope.with({{"since", since}})));
  return every<Scan>(rows, scan_of);
}

}  // namespace kres::storage
