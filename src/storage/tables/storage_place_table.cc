#include "storage/tables/storage_place_table.h"

#include <fmt/format.h>

#include "storage/tables/columns.h"

namespace kres::storage {

using laboratory::StorageEvent;
using laboratory::StorageEventId;
using laboratory::StoragePlace;
using laboratory::StoragePlaceId;

namespace {

constexpr std::string_view kSelect =
    "select id, parent, kind, name, box_rows, box_columns, numbering, revision from storage_place ";

StoragePlace place_of(const Row& row) {
  return {.id = {row.integer(0)},
          .parent = {row.integer(1)},
          .kind = laboratory::place_kind_from(row.text(2)).value_or(laboratory::PlaceKind::site),
          .name = row.text(3),
          .box = {row.small(4), row.small(5),
                  laboratory::numbering_from(row.text(6))
                      .value_or(laboratory::Numbering::letters_numbers)},
          .revision = row.integer(7)};
}

StorageEvent event_of(const Row& row) {
  StorageEvent event{.id = {row.integer(0)},
                     .place = {row.integer(1)},
                     .kind = laboratory::storage_event_kind_from(row.text(2))
                                 .value_or(laboratory::StorageEventKind::remark),
                     .from = {row.integer(5)},
                     .to = {row.integer(6)},
                     .comment = row.text(7),
                     .person = row.text(8),
                     .at = row.instant(9)};
  if (!row.is_null(3)) event.celsius = row.real(3);
  if (!row.is_null(4)) event.minutes = row.small(4);
  return event;
}

Error name_taken(const StoragePlace& place) {
  return {.code = ErrorCode::conflict,
          .message = fmt::format("There is a place '{}' here already", place.name),
          .file = {},
          .remedy = {}};
}

}  // namespace

Result<StoragePlaceId> StoragePlaceTable::add(const StoragePlace& place) {
  const auto rows = session_.query(
      "insert into storage_place (parent, parent_key, kind, name, box_rows, box_columns, "
      "numbering, revision) values (:parent, :parent_key, :kind, :name, :box_rows, :box_columns, "
      ":numbering, 1) returning id",
      {reference("parent", place.parent),
       {"parent_key", place.parent.value},
       {"kind", name_of(place.kind)},
       {"name", place.name},
       {"box_rows", place.box.rows},
       {"box_columns", place.box.columns},
       {"numbering", name_of(place.box.numbering)}});
  if (!rows && rows.error().code == ErrorCode::conflict) return fail(name_taken(place));
  if (!rows) return fail(rows.error());
  return StoragePlaceId{rows->front().integer(0)};
}

Result<StoragePlace> StoragePlaceTable::move(StoragePlace place) {
  const auto changed = session_.execute(
      "update storage_place set parent = :parent, parent_key = :parent_key, revision = revision + "
      "1 where id = :id and revision = :revision",
      {reference("parent", place.parent),
       {"parent_key", place.parent.value},
       {"id", place.id.value},
       {"revision", place.revision}});
  if (!changed && changed.error().code == ErrorCode::conflict) return fail(name_taken(place));
  if (!changed) return fail(changed.error());
  if (*changed != 1)
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("'{}' was moved by someone else just now", place.name),
                 .file = {},
                 .remedy = {}});
  ++place.revision;
  return place;
}

Result<std::optional<StoragePlace>> StoragePlaceTable::find(StoragePlaceId id) {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "where id = :id", {{"id", id.value}}));
  return first<StoragePlace>(rows, place_of);
}

Result<std::vector<StoragePlace>> StoragePlaceTable::all() {
  KRES_ASSIGN(const auto rows,
              session_.query(std::string(kSelect) + "order by parent_key, name, id"));
  return every<StoragePlace>(rows, place_of);
}

Result<std::map<StoragePlaceId, std::int64_t>> StoragePlaceTable::vials_by_box() {
  KRES_ASSIGN(const auto rows,
              session_.query("select box, count(*) from vial where box is not null group by box"));
  std::map<StoragePlaceId, std::int64_t> counts;
  for (const auto& row : rows) counts[{row.integer(0)}] = row.integer(1);
  return counts;
}

Result<StorageEventId> StoragePlaceTable::add_event(const StorageEvent& event) {
  KRES_ASSIGN(const auto rows,
              session_.query("insert into storage_event (place, kind, celsius, minutes, "
                             "moved_from, moved_to, comment, person, at) values (:place, :kind, "
                             ":celsius, :minutes, :moved_from, :moved_to, :comment, :person, :at) "
                             "returning id",
                             {{"place", event.place.value},
                              {"kind", name_of(event.kind)},
                              {"celsius", event.celsius},
                              {"minutes", event.minutes},
                              reference("moved_from", event.from),
                              reference("moved_to", event.to),
                              {"comment", event.comment},
                              {"person", event.person},
                              {"at", event.at}}));
  return StorageEventId{rows.front().integer(0)};
}

Result<std::vector<StorageEvent>> StoragePlaceTable::events_of(StoragePlaceId place) {
  KRES_ASSIGN(const auto rows,
              session_.query("select id, place, kind, celsius, minutes, moved_from, moved_to, "
                             "comment, person, at from storage_event where place = :place order "
                             "by id desc",
                             {{"place", place.value}}));
  return every<StorageEvent>(rows, event_of);
}

}  // namespace kres::storage
