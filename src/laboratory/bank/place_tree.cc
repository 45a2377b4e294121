#include "laboratory/bank/place_tree.h"

#include <algorithm>

namespace kres::laboratory {

PlaceTree::PlaceTree(std::vector<StoragePlace> places) : places_(std::move(places)) {
  for (std::size_t i = 0; i < places_.size(); ++i) index_[places_[i].id] = i;
}

const StoragePlace* PlaceTree::find(StoragePlaceId id) const {
  const auto found = index_.find(id);
  return found == index_.end() ? nullptr : &places_[found->second];
}

std::vector<const StoragePlace*> PlaceTree::way_up(StoragePlaceId id) const {
  std::vector<const StoragePlace*> way;
  for (const auto* place = find(id); place != nullptr && way.size() <= places_.size();
       place = find(place->parent))
    way.push_back(place);
  return way;
}

std::string PlaceTree::path(StoragePlaceId id) const {
  std::string text;
  for (const auto* place : way_up(id)) text = place->name + (text.empty() ? "" : " / ") + text;
  return text;
}

StoragePlaceId PlaceTree::site_of(StoragePlaceId id) const {
  const auto way = way_up(id);
  return way.empty() ? StoragePlaceId{} : way.back()->id;
}

bool PlaceTree::is_within(StoragePlaceId id, StoragePlaceId outer) const {
  const auto way = way_up(id);
  return std::any_of(way.begin(), way.end(),
                     [&](const StoragePlace* place) { return place->id == outer; });
}

std::vector<StoragePlace> PlaceTree::boxes_within(StoragePlaceId id) const {
  std::vector<std::pair<std::string, StoragePlace>> found;
  for (const auto& place : places_)
    if (place.kind == PlaceKind::box && is_within(place.id, id))
      found.emplace_back(path(place.id), place);
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<StoragePlace> boxes;
  for (auto& [text, box] : found) boxes.push_back(std::move(box));
  return boxes;
}

std::string PlaceTree::spot(StoragePlaceId box, int position) const {
  const auto* place = find(box);
  if (place == nullptr || position < 1 || position > place->box.positions()) return path(box);
  return path(box) + ", " + position_name(place->box, position);
}

}  // namespace kres::laboratory
