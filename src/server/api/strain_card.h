// The card of a strain for other collections: what may be known of it outside the laboratory.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "laboratory/bank/strain.h"
#include "laboratory/ports/registry.h"

namespace kres::api {

// Format: docs/formats/bank.md. Holds nothing of the patient, neither laboratory nor day.
Result<nlohmann::ordered_json> strain_card(laboratory::UnitOfWork& work,
                                           const laboratory::Strain& strain);

}  // namespace kres::api
