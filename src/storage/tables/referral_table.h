// Table referral.
#pragma once

#include "laboratory/ports/referral_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class ReferralTable : public laboratory::ReferralRepository {
 public:
  explicit ReferralTable(Session& session) : session_(session) {}

  Result<laboratory::ReferralId> add(const laboratory::Referral& referral) override;
  Result<std::optional<laboratory::Referral>> find(laboratory::ReferralId id) override;
  Result<std::optional<laboratory::Referral>> find(const std::string& laboratory,
                                                   const std::string& sender_id) override;

 private:
  Session& session_;
};

}  // namespace kres::storage
