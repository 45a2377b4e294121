#include "storage/tables/vial_table.h"

#include <fmt/format.h>

#include "storage/tables/columns.h"
#include "storage/tables/condemned_lots.h"

namespace kres::storage {

using laboratory::LotId;
using laboratory::ShownVial;
using laboratory::Spot;
using laboratory::StoragePlaceId;
using laboratory::StrainId;
using laboratory::Vial;
using laboratory::VialId;
using laboratory::VialMovement;

namespace {

constexpr std::string_view kColumns =
    "vial.id, vial.lot, vial.number, vial.code, vial.box, vial.position, vial.thaws, "
    "vial.revision";
// The last movement that put the vial somewhere says who placed it.
constexpr std::string_view kShown =
    "select {}, lot.number, strain.number, isolate.accession, isolate.species, isolate.st, "
    "put.person, put.at from vial join lot on lot.id = vial.lot join strain on strain.id "
    "= lot.strain join isolate on isolate.id = strain.isolate left join vial_movement put on "
    "put.id = (select max(vial_movement.id) from vial_movement where vial_movement.vial = "
    "vial.id and vial_movement.kind in ('stored', 'moved')) ";

std::optional<Spot> spot_at(const Row& row, std::size_t column) {
  if (row.is_null(column)) return std::nullopt;
  return Spot{{row.integer(column)}, row.small(column + 1)};
}

Vial vial_of(const Row& row) {
  return {.id = {row.integer(0)},
          .lot = {row.integer(1)},
          .number = row.small(2),
          .code = row.text(3),
          .spot = spot_at(row, 4),
          .thaws = row.small(6),
          .revision = row.integer(7)};
}

ShownVial shown_of(const Row& row) {
  return {.vial = vial_of(row),
          .lot = row.small(8),
          .strain = row.text(9),
          .accession = row.text(10),
          .species = row.text(11),
          .st = row.text(12),
          .placed_by = row.text(13),
          .placed = row.optional_instant(14).value_or(Instant{})};
}

VialMovement movement_of(const Row& row) {
  return {
      .vial = {row.integer(0)},
      .kind = laboratory::movement_kind_from(row.text(1)).value_or(laboratory::MovementKind::moved),
      .from = spot_at(row, 2),
      .to = spot_at(row, 4),
      .reason = row.text(6),
      .comment = row.text(7),
      .person = row.text(8),
      .at = row.instant(9)};
}

std::string shown(std::string_view condition) {
  return fmt::format(fmt::runtime(kShown), kColumns) + std::string(condition);
}

std::optional<std::int64_t> box_in(const std::optional<Spot>& spot) {
  return spot ? std::optional(spot->box.value) : std::nullopt;
}
std::optional<int> position_in(const std::optional<Spot>& spot) {
  return spot ? std::optional(spot->position) : std::nullopt;
}

Error position_taken() {
  return {.code = ErrorCode::conflict,
          .message = "The position is taken",
          .file = {},
          .remedy = "choose another one"};
}

// From the few boxes of a lot to sites, before anything is read of strains: most have enough. Vials
// of a condemned lot stand nowhere.
const std::string kAtFewSites = fmt::format(
    "with recursive stands (place, site) as (select id, id from storage_place where parent is null "
    "union all select storage_place.id, stands.site from storage_place join stands on "
    "storage_place.parent = stands.place), "
    "filled (lot, box) as materialized (select distinct lot, box from vial where box is not null), "
    "condemned (lot) as materialized (select lot from lot_check where {}), "
    "kept (strain, site) as materialized (select distinct lot.strain, case when filled.lot in "
    "(select lot from condemned) then null else stands.site end from filled join "
    "lot on lot.id = filled.lot join stands on stands.place = filled.box) "
    "select strain.number, isolate.accession, isolate.species, kept.site from kept join strain on "
    "strain.id = kept.strain join isolate on isolate.id = strain.isolate where kept.strain in "
    "(select strain from kept group by strain having count(site) < :least) order by strain.number, "
    "kept.site",
    kCondemns);

}  // namespace

std::string statement_of_a_box() { return shown("where vial.box = :box order by vial.position"); }

Result<VialId> VialTable::add(const Vial& vial) {
  const auto rows = session_.query(
      "insert into vial (lot, number, code, box, position, thaws, revision) values (:lot, "
      ":number, :code, :box, :position, :thaws, 1) returning id",
      {{"lot", vial.lot.value},
       {"number", vial.number},
       {"code", vial.code},
       {"box", box_in(vial.spot)},
       {"position", position_in(vial.spot)},
       {"thaws", vial.thaws}});
  if (!rows && rows.error().code == ErrorCode::conflict) return fail(position_taken());
  if (!rows) return fail(rows.error());
  return VialId{rows->front().integer(0)};
}

Result<Vial> VialTable::update(Vial vial) {
  const auto changed = session_.execute(
      "update vial set box = :box, position = :position, thaws = :thaws, revision = revision + 1 "
      "where id = :id and revision = :revision",
      {{"box", box_in(vial.spot)},
       {"position", position_in(vial.spot)},
       {"thaws", vial.thaws},
       {"id", vial.id.value},
       {"revision", vial.revision}});
  if (!changed && changed.error().code == ErrorCode::conflict) return fail(position_taken());
  if (!changed) return fail(changed.error());
  if (*changed != 1)
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("Vial {} was moved by someone else just now", vial.code),
                 .file = {},
                 .remedy = "look where it is now"});
  ++vial.revision;
  return vial;
}

Result<int> VialTable::next_number(LotId lot) {
  KRES_ASSIGN(const auto rows,
              session_.query("select coalesce(max(number), 0) + 1 from vial where lot = :lot",
                             {{"lot", lot.value}}));
  return rows.front().small(0);
}

Result<std::optional<Vial>> VialTable::find(const std::string& code) {
  KRES_ASSIGN(const auto rows,
              session_.query(fmt::format("select {} from vial where code = :code", kColumns),
                             {{"code", code}}));
  return first<Vial>(rows, vial_of);
}

Result<std::vector<Vial>> VialTable::of_strain(StrainId strain) {
  KRES_ASSIGN(const auto rows,
              session_.query(fmt::format("select {} from vial join lot on lot.id = vial.lot where "
                                         "lot.strain = :strain order by lot.number, vial.number",
                                         kColumns),
                             {{"strain", strain.value}}));
  return every<Vial>(rows, vial_of);
}

Result<std::vector<ShownVial>> VialTable::in_box(StoragePlaceId box) {
  KRES_ASSIGN(const auto rows, session_.query(statement_of_a_box(), {{"box", box.value}}));
  return every<ShownVial>(rows, shown_of);
}

Result<std::optional<ShownVial>> VialTable::at(const Spot& spot) {
  KRES_ASSIGN(const auto rows,
              session_.query(shown("where vial.box = :box and vial.position = :position"),
                             {{"box", spot.box.value}, {"position", spot.position}}));
  return first<ShownVial>(rows, shown_of);
}

Result<std::vector<ShownVial>> VialTable::thawed(int least) {
  KRES_ASSIGN(const auto rows,
              session_.query(shown("where vial.thaws >= :least and vial.box is not null order by "
                                   "vial.code"),
                             {{"least", least}}));
  return every<ShownVial>(rows, shown_of);
}

Result<std::vector<laboratory::StrainAtSite>> VialTable::at_few_sites(int least) {
  KRES_ASSIGN(const auto rows, session_.query(kAtFewSites, {{"least", least}}));
  return every<laboratory::StrainAtSite>(rows, [](const Row& row) {
    return laboratory::StrainAtSite{row.text(0), row.text(1), row.text(2), {row.integer(3)}};
  });
}

Result<void> VialTable::record(const VialMovement& movement) {
  KRES_TRY(session_.execute(
      "insert into vial_movement (vial, kind, from_box, from_position, to_box, to_position, "
      "reason, comment, person, at) values (:vial, :kind, :from_box, :from_position, :to_box, "
      ":to_position, :reason, :comment, :person, :at)",
      {{"vial", movement.vial.value},
       {"kind", name_of(movement.kind)},
       {"from_box", box_in(movement.from)},
       {"from_position", position_in(movement.from)},
       {"to_box", box_in(movement.to)},
       {"to_position", position_in(movement.to)},
       {"reason", movement.reason},
       {"comment", movement.comment},
       {"person", movement.person},
       {"at", movement.at}}));
  return {};
}

Result<std::vector<VialMovement>> VialTable::movements_of(StrainId strain) {
  KRES_ASSIGN(const auto rows,
              session_.query("select vial, kind, from_box, from_position, to_box, to_position, "
                             "reason, vial_movement.comment, person, at from vial_movement join "
                             "vial on vial.id = vial_movement.vial join lot on lot.id = vial.lot "
                             "where lot.strain = :strain order by vial_movement.id desc",
                             {{"strain", strain.value}}));
  return every<VialMovement>(rows, movement_of);
}

}  // namespace kres::storage
