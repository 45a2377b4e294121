#include "workflow/bank/places.h"

#include <fmt/format.h>

#include "laboratory/bank/bank_digest.h"
#include "laboratory/bank/bank_text.h"
#include "workflow/bank/bank_note.h"

namespace kres::workflow {

using laboratory::PlaceTree;
using laboratory::StorageEvent;
using laboratory::StorageEventKind;
using laboratory::StoragePlace;
using laboratory::StoragePlaceId;
using laboratory::UnitOfWork;

namespace {

std::optional<laboratory::PlaceKind> kind_of(const PlaceTree& tree, StoragePlaceId id) {
  const auto* place = tree.find(id);
  return place == nullptr ? std::nullopt : std::optional(place->kind);
}

Result<void> check_parent(const PlaceTree& tree, StoragePlaceId parent) {
  if (parent) KRES_TRY(place_numbered(tree, parent));
  return {};
}

}  // namespace

Result<PlaceTree> place_tree(UnitOfWork& work) {
  KRES_ASSIGN(auto places, work.storage_places().all());
  return PlaceTree(std::move(places));
}

Result<StoragePlace> place_numbered(const PlaceTree& tree, StoragePlaceId id) {
  const auto* place = tree.find(id);
  if (place == nullptr)
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("There is no place {} in the bank", id.value),
                 .file = {},
                 .remedy = {}});
  return *place;
}

Result<StoragePlace> add_place(const Services& services, StoragePlace place,
                               const std::string& person) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto tree, place_tree(*work));
  KRES_TRY(check_parent(tree, place.parent));
  KRES_TRY(check_place(place, kind_of(tree, place.parent)));
  KRES_ASSIGN(place.id, work->storage_places().add(place));
  const auto now = services.clock.now();
  KRES_TRY(work->storage_places().add_event({.place = place.id,
                                             .kind = StorageEventKind::made,
                                             .comment = {},
                                             .person = person,
                                             .at = now}));
  const auto outer = tree.path(place.parent);
  KRES_TRY(note(*work, person, now,
                {.event = "storage_place.made",
                 .subject = outer.empty() ? place.name : outer + " / " + place.name,
                 .detail = fmt::format("{} {}", name_of(place.kind), place.id.value),
                 .digest_before = {},
                 .digest_after = digest_of(place)}));
  KRES_TRY(work->commit());
  return place;
}

Result<StoragePlace> move_place(const Services& services, StoragePlaceId id, StoragePlaceId to,
                                const std::string& comment, const std::string& person) {
  KRES_TRY(laboratory::check_text("comment", comment, laboratory::kLongestBankComment));
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto tree, place_tree(*work));
  KRES_ASSIGN(auto place, place_numbered(tree, id));
  KRES_TRY(check_parent(tree, to));
  if (place.parent == to) return bad_input(fmt::format("'{}' stands there already", place.name));
  if (tree.is_within(to, id))
    return bad_input(fmt::format("'{}' cannot stand within itself", place.name));
  const auto before = place;
  place.parent = to;
  KRES_TRY(check_place(place, kind_of(tree, to)));
  KRES_ASSIGN(place, work->storage_places().move(place));
  const auto now = services.clock.now();
  KRES_TRY(work->storage_places().add_event({.place = id,
                                             .kind = StorageEventKind::moved,
                                             .from = before.parent,
                                             .to = to,
                                             .comment = comment,
                                             .person = person,
                                             .at = now}));
  KRES_TRY(note(*work, person, now,
                {.event = "storage_place.moved",
                 .subject = tree.path(id),
                 .detail = fmt::format("to {}", tree.path(to)),
                 .digest_before = digest_of(before),
                 .digest_after = digest_of(place)}));
  KRES_TRY(work->commit());
  return place;
}

Result<StorageEvent> note_storage_event(const Services& services, StorageEvent event,
                                        const std::string& person) {
  KRES_TRY(check_storage_event(event));
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto tree, place_tree(*work));
  KRES_TRY(place_numbered(tree, event.place));
  event.person = person;
  event.at = services.clock.now();
  KRES_ASSIGN(event.id, work->storage_places().add_event(event));
  KRES_TRY(note(*work, person, event.at,
                {.event = fmt::format("storage_place.{}", name_of(event.kind)),
                 .subject = tree.path(event.place),
                 .detail = fmt::format("event {}", event.id.value),
                 .digest_before = {},
                 .digest_after = digest_of(event)}));
  KRES_TRY(work->commit());
  return event;
}

}  // namespace kres::workflow
