// What became of referrals that were sent, as JSON.
#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "exchange/referral_batch.h"
#include "workflow/receive.h"

namespace kres::api {

// One item for each referral that could be read, in the order of the sheet, and every message.
nlohmann::ordered_json referral_report(const exchange::ReferralBatch& batch,
                                       const std::vector<workflow::ReceivedReferral>& received,
                                       workflow::Mode mode);

}  // namespace kres::api
