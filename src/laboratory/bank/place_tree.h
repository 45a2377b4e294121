// The places of the bank as a tree: the way to each, its site, what stands below it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "laboratory/bank/storage_place.h"

namespace kres::laboratory {

class PlaceTree {
 public:
  explicit PlaceTree(std::vector<StoragePlace> places);

  const std::vector<StoragePlace>& all() const { return places_; }
  const StoragePlace* find(StoragePlaceId id) const;  // null if there is none
  // "Tromsø / Room 2 / F1 / R3 / 12"; empty for an unknown place.
  std::string path(StoragePlaceId id) const;
  // The site a place belongs to, itself included; 0 for an unknown place.
  StoragePlaceId site_of(StoragePlaceId id) const;
  bool is_within(StoragePlaceId id, StoragePlaceId outer) const;  // also true of itself
  // The boxes within a place, itself included, by their path.
  std::vector<StoragePlace> boxes_within(StoragePlaceId id) const;
  // "Tromsø / F1 / 12, B3".
  std::string spot(StoragePlaceId box, int position) const;

 private:
  // From the place up to its site. Ends at what is unknown.
  std::vector<const StoragePlace*> way_up(StoragePlaceId id) const;

  std::vector<StoragePlace> places_;
  std::map<StoragePlaceId, std::size_t> index_;
};

}  // namespace kres::laboratory
