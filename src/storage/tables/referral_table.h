// Table referral.
#pragma once

#include "laboratory/ports/referral_repository.h"
#include "laboratory/scope.h"
#include "storage/sql/session.h"

namespace kres::storage {

class ReferralTable : public laboratory::ReferralRepository {
 public:
  ReferralTable(Session& session, const laboratory::Scope& scope)
      : session_(session), scope_(scope) {}

  Result<laboratory::ReferralId> add(const laboratory::Referral& referral) override;
  Result<std::optional<laboratory::Referral>> find(laboratory::ReferralId id) override;
  Result<std::optional<laboratory::Referral>> find(const std::string& laboratory,
                                                   const std::string& sender_id) override;

 private:
  Session& session_;
  const laboratory::Scope& scope_;
};

}  // namespace kres::storage
