// Referrals, unique by laboratory and the sender's identifier.
#pragma once

#include <optional>
#include <string>

#include "base/error.h"
#include "laboratory/referral.h"

namespace kres::laboratory {

class ReferralRepository {
 public:
  virtual ~ReferralRepository() = default;
  // `conflict` if the laboratory has sent this identifier before.
  virtual Result<ReferralId> add(const Referral& referral) = 0;
  virtual Result<std::optional<Referral>> find(ReferralId id) = 0;
  virtual Result<std::optional<Referral>> find(const std::string& laboratory,
                                               const std::string& sender_id) = 0;
};

}  // namespace kres::laboratory
