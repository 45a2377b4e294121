// Tables vial and vial_movement.
#pragma once

#include "laboratory/ports/vial_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class VialTable : public laboratory::VialRepository {
 public:
  explicit VialTable(Session& session) : session_(session) {}

  Result<laboratory::VialId> add(const laboratory::Vial& vial) override;
  Result<laboratory::Vial> update(laboratory::Vial vial) override;
  Result<int> next_number(laboratory::LotId lot) override;
  Result<std::optional<laboratory::Vial>> find(const std::string& code) override;
  Result<std::vector<laboratory::Vial>> of_strain(laboratory::StrainId strain) override;
  Result<std::vector<laboratory::ShownVial>> in_box(laboratory::StoragePlaceId box) override;
  Result<std::optional<laboratory::ShownVial>> at(const laboratory::Spot& spot) override;
  Result<std::vector<laboratory::ShownVial>> thawed(int least) override;
  Result<std::vector<laboratory::StrainAtSite>> at_few_sites(int least) override;
  Result<void> record(const laboratory::VialMovement& movement) override;
  Result<std::vector<laboratory::VialMovement>> movements_of(laboratory::StrainId strain) override;

 private:
  Session& session_;
};

// What in_box() asks, for tests of how the database answers it; ":box" is bound.
std::string statement_of_a_box();

}  // namespace kres::storage
