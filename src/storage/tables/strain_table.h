// Tables strain, strain_terms, lot, lot_check and lot_check_mic.
#pragma once

#include "laboratory/ports/strain_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class StrainTable : public laboratory::StrainRepository {
 public:
  explicit StrainTable(Session& session) : session_(session) {}

  Result<laboratory::Strain> add(laboratory::Strain strain) override;
  Result<std::optional<laboratory::Strain>> find(laboratory::StrainId id) override;
  Result<std::optional<laboratory::Strain>> find(const std::string& number) override;
  Result<std::optional<laboratory::Strain>> of_isolate(laboratory::IsolateId isolate) override;
  Result<void> add_terms(laboratory::StrainId strain,
                         const laboratory::StrainTerms& terms) override;
  Result<std::vector<laboratory::StrainTerms>> terms_of(laboratory::StrainId strain) override;
  Result<laboratory::Lot> add_lot(laboratory::Lot lot) override;
  Result<std::optional<laboratory::Lot>> find_lot(laboratory::LotId id) override;
  Result<std::vector<laboratory::Lot>> lots_of(laboratory::StrainId strain) override;
  Result<std::vector<laboratory::StockedLot>> stocked_lots(Date last_seen) override;
  Result<laboratory::LotCheckId> add_check(const laboratory::LotCheck& check) override;
  Result<std::vector<laboratory::LotCheck>> checks_of(laboratory::StrainId strain) override;

 private:
  Session& session_;
};

}  // namespace kres::storage
