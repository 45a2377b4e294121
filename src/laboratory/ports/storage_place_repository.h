// The bank's places and what happened to them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "base/error.h"
#include "laboratory/bank/storage_place.h"

namespace kres::laboratory {

class StoragePlaceRepository {
 public:
  virtual ~StoragePlaceRepository() = default;
  // `conflict` if its parent holds a place of this name.
  virtual Result<StoragePlaceId> add(const StoragePlace& place) = 0;
  // Its parent. `conflict` if the stored revision is not place.revision, or the name is taken
  // there.
  virtual Result<StoragePlace> move(StoragePlace place) = 0;
  virtual Result<std::optional<StoragePlace>> find(StoragePlaceId id) = 0;
  virtual Result<std::vector<StoragePlace>> all() = 0;  // by parent and name
  // How many vials stand in each box that holds any.
  virtual Result<std::map<StoragePlaceId, std::int64_t>> vials_by_box() = 0;

  virtual Result<StorageEventId> add_event(const StorageEvent& event) = 0;
  virtual Result<std::vector<StorageEvent>> events_of(StoragePlaceId place) = 0;  // newest first
};

}  // namespace kres::laboratory
