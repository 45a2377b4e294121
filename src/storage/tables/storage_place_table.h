// Tables storage_place and storage_event.
#pragma once

#include "laboratory/ports/storage_place_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class StoragePlaceTable : public laboratory::StoragePlaceRepository {
 public:
  explicit StoragePlaceTable(Session& session) : session_(session) {}

  Result<laboratory::StoragePlaceId> add(const laboratory::StoragePlace& place) override;
  Result<laboratory::StoragePlace> move(laboratory::StoragePlace place) override;
  Result<std::optional<laboratory::StoragePlace>> find(laboratory::StoragePlaceId id) override;
  Result<std::vector<laboratory::StoragePlace>> all() override;
  Result<std::map<laboratory::StoragePlaceId, std::int64_t>> vials_by_box() override;
  Result<laboratory::StorageEventId> add_event(const laboratory::StorageEvent& event) override;
  Result<std::vector<laboratory::StorageEvent>> events_of(
      laboratory::StoragePlaceId place) override;

 private:
  Session& session_;
};

}  // namespace kres::storage
