#include "workflow/bank/positions.h"

#include <algorithm>

#include <fmt/format.h>

#include "workflow/bank/places.h"

namespace kres::workflow {

using laboratory::PlaceTree;
using laboratory::Spot;

namespace {

Result<Spot> spot_named(const PlaceTree& tree, const NamedSpot& named) {
  KRES_ASSIGN(const auto box, place_numbered(tree, named.box));
  if (box.kind != laboratory::PlaceKind::box)
    return bad_input(fmt::format("'{}' is no box", tree.path(box.id)));
  const auto position = position_from(box.box, named.position);
  if (!position)
    return bad_input(fmt::format("The box '{}' has no position '{}': they go from {} to {}",
                                 tree.path(box.id), named.position, position_name(box.box, 1),
                                 position_name(box.box, box.box.positions())));
  return Spot{box.id, *position};
}

}  // namespace

Result<std::vector<Spot>> spots_named(const PlaceTree& tree, const std::vector<NamedSpot>& named) {
  if (named.size() > kMostVialsAtOnce)
    return bad_input(fmt::format("Store at most {} vials at once", kMostVialsAtOnce));
  std::vector<Spot> spots;
  for (const auto& one : named) {
    KRES_ASSIGN(const auto spot, spot_named(tree, one));
    if (std::find(spots.begin(), spots.end(), spot) != spots.end())
      return bad_input(fmt::format("Position {} is named twice", one.position));
    spots.push_back(spot);
  }
  return spots;
}

Result<void> check_free(laboratory::UnitOfWork& work, const PlaceTree& tree,
                        const std::vector<Spot>& spots, const laboratory::Clock& clock) {
  for (const auto& spot : spots) {
    KRES_ASSIGN(const auto holder, work.vials().at(spot));
    if (!holder) continue;
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("{} holds vial {} of {}, placed by {} on {}",
                                        tree.spot(spot.box, spot.position), holder->vial.code,
                                        holder->strain, holder->placed_by,
                                        clock.day_of(holder->placed).iso()),
                 .file = {},
                 .remedy = "choose another position"});
  }
  return {};
}

Error why_refused(const Services& services, const std::vector<Spot>& spots, Error error) {
  if (error.code != ErrorCode::conflict) return error;
  const auto work = services.registry.read();
  if (!work) return error;
  const auto tree = place_tree(**work);
  if (!tree) return error;
  const auto is_free = check_free(**work, *tree, spots, services.clock);
  return is_free ? error : is_free.error();
}

}  // namespace kres::workflow
