// The bank's records as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "laboratory/bank/lot_check.h"
#include "laboratory/bank/place_tree.h"
#include "laboratory/bank/strain.h"
#include "laboratory/ports/vial_repository.h"

namespace kres::api {

// With its path, how many vials stand in a box, and how many positions it has.
nlohmann::ordered_json place_value(const laboratory::StoragePlace& place,
                                   const laboratory::PlaceTree& tree, std::int64_t vials);
nlohmann::ordered_json storage_event_value(const laboratory::StorageEvent& event,
                                           const laboratory::PlaceTree& tree);

// Null for no spot.
nlohmann::ordered_json spot_value(const std::optional<laboratory::Spot>& spot,
                                  const laboratory::PlaceTree& tree);
nlohmann::ordered_json vial_value(const laboratory::Vial& vial, const laboratory::PlaceTree& tree);
nlohmann::ordered_json shown_vial_value(const laboratory::ShownVial& shown,
                                        const laboratory::PlaceTree& tree);
// `code` is that of the vial.
nlohmann::ordered_json movement_value(const laboratory::VialMovement& movement,
                                      const std::string& code, const laboratory::PlaceTree& tree);

nlohmann::ordered_json terms_value(const laboratory::StrainTerms& terms);
nlohmann::ordered_json check_value(const laboratory::LotCheck& check);

}  // namespace kres::api
