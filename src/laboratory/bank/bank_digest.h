// Digests of the bank's records as the audit trail keeps them.
#pragma once

#include <string>

#include "laboratory/bank/lot_check.h"
#include "laboratory/bank/storage_place.h"
#include "laboratory/bank/strain.h"
#include "laboratory/bank/strain_request.h"
#include "laboratory/bank/vial.h"

namespace kres::laboratory {

// SHA-256 of the record's content in canonical text; numbers given by the registry count only where
// they say what belongs to what.
std::string digest_of(const StoragePlace& place);
std::string digest_of(const StorageEvent& event);
std::string digest_of(const Strain& strain);
std::string digest_of(const StrainTerms& terms);
std::string digest_of(const Lot& lot);
std::string digest_of(const LotCheck& check);
std::string digest_of(const Vial& vial);
std::string digest_of(const Agreement& agreement);
std::string digest_of(const StrainRequest& request);

}  // namespace kres::laboratory
