// Numbers of the strain bank's records.
#pragma once

#include "laboratory/ids.h"

namespace kres::laboratory {

using StoragePlaceId = Id<struct StoragePlace>;
using StorageEventId = Id<struct StorageEvent>;
using StrainId = Id<struct Strain>;
using LotId = Id<struct Lot>;
using LotCheckId = Id<struct LotCheck>;
using VialId = Id<struct Vial>;
using AgreementId = Id<struct Agreement>;
using StrainRequestId = Id<struct StrainRequest>;
using PanelId = Id<struct StrainPanel>;

}  // namespace kres::laboratory
