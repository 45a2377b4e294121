#include "storage/tables/shipment_table.h"

#include <map>

#include <fmt/format.h>

#include "storage/tables/columns.h"
#include "storage/tables/scope_condition.h"
#include "storage/tables/value_list.h"

namespace kres::storage {

using laboratory::IsolateId;
using laboratory::Shipment;
using laboratory::ShipmentId;

namespace {

constexpr std::string_view kSelect =
    "select id, laboratory, box, dispatched_by, dispatched, closed_by, closed from shipment where "
    "1 = 1 ";

Shipment shipment_of(const Row& row) {
  return {.id = {row.integer(0)},
          .laboratory = row.text(1),
          .box = row.text(2),
          .dispatched_by = row.text(3),
          .dispatched = row.instant(4),
          .closed_by = row.text(5),
          .closed = row.optional_instant(6)};
}

}  // namespace

Result<ShipmentId> ShipmentTable::add(const Shipment& shipment) {
  KRES_ASSIGN(const auto rows,
              session_.query("insert into shipment (laboratory, box, dispatched_by, dispatched, "
                             "closed_by) values (:laboratory, :box, :dispatched_by, :dispatched, "
                             "'') returning id",
                             {{"laboratory", shipment.laboratory},
                              {"box", shipment.box},
                              {"dispatched_by", shipment.dispatched_by},
                              {"dispatched", shipment.dispatched}}));
  const ShipmentId id{rows.front().integer(0)};
  for (const auto tube : shipment.tubes)
    KRES_TRY(session_.execute(
        "insert into shipment_tube (shipment, isolate) values (:shipment, :isolate)",
        {{"shipment", id.value}, {"isolate", tube.value}}));
  return id;
}

Result<std::optional<Shipment>> ShipmentTable::find(ShipmentId id) {
  return find_where("and id = :id", {{"id", id.value}});
}

Result<std::optional<Shipment>> ShipmentTable::find(const std::string& laboratory,
                                                    const std::string& box) {
  return find_where("and laboratory = :laboratory and box = :box",
                    {{"laboratory", laboratory}, {"box", box}});
}

Result<std::optional<Shipment>> ShipmentTable::last_with(IsolateId tube) {
  return find_where("and id = (select max(shipment) from shipment_tube where isolate = :isolate)",
                    {{"isolate", tube.value}});
}

Result<std::optional<Shipment>> ShipmentTable::find_where(const std::string& condition,
                                                          Parameters parameters) {
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows, session_.query(std::string(kSelect) + condition + scope.sql,
                                              scope.with(std::move(parameters))));
  auto shipment = first<Shipment>(rows, shipment_of);
  if (shipment) {
    KRES_ASSIGN(shipment->tubes, tubes_of(shipment->id));
  }
  return shipment;
}

Result<std::vector<Shipment>> ShipmentTable::list(int limit) {
  const auto scope = within(scope_);
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + scope.sql +
                                 " order by case when closed is null then 0 else 1 end, id desc "
                                 "limit :limit",
                             scope.with({{"limit", limit}})));
  auto shipments = every<Shipment>(rows, shipment_of);
  KRES_TRY(add_tubes(shipments));
  return shipments;
}

Result<void> ShipmentTable::add_tubes(std::vector<Shipment>& shipments) {
  if (shipments.empty()) return {};
  std::map<ShipmentId, Shipment*> by_id;
  std::vector<ShipmentId> ids;
  for (auto& shipment : shipments) {
    by_id[shipment.id] = &shipment;
    ids.push_back(shipment.id);
  }
  Parameters parameters;
  const auto list = value_list("shipment", ids, parameters);
  KRES_ASSIGN(
      const auto rows,
      session_.query(
          fmt::format("select shipment, isolate from shipment_tube where shipment in ({}) order by "
                      "isolate",
                      list),
          parameters));
  for (const auto& row : rows) by_id.at({row.integer(0)})->tubes.push_back({row.integer(1)});
  return {};
}

Result<std::vector<IsolateId>> ShipmentTable::tubes_of(ShipmentId shipment) {
  KRES_ASSIGN(const auto rows,
              session_.query(
                  "select isolate from shipment_tube where shipment = :shipment order by isolate",
                  {{"shipment", shipment.value}}));
  return every<IsolateId>(rows, [](const Row& row) { return IsolateId{row.integer(0)}; });
}

Result<void> ShipmentTable::close(const Shipment& shipment) {
  KRES_ASSIGN(const auto changed,
              session_.execute("update shipment set closed_by = :closed_by, closed = :closed where "
                               "id = :id and closed is null",
                               {{"closed_by", shipment.closed_by},
                                {"closed", shipment.closed},
                                {"id", shipment.id.value}}));
  if (changed == 1) return {};
  return fail({.code = ErrorCode::conflict,
               .message = "The box was unpacked already",
               .file = {},
               .remedy = {}});
}

}  // namespace kres::storage
