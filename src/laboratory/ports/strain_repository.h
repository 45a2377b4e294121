// Strains of the bank with their terms, lots and checks: rows are only ever added.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/bank/lot_check.h"
#include "laboratory/bank/strain.h"

namespace kres::laboratory {

// A lot of which vials are left, with what decides when it is checked next.
struct StockedLot {
  Lot lot;
  std::string strain, accession, species;
  std::vector<LotCheck> checks;  // the last viability check, or none; without MICs
};

class StrainRepository {
 public:
  virtual ~StrainRepository() = default;
  // Gives the next number. `conflict` if the isolate is banked already.
  virtual Result<Strain> add(Strain strain) = 0;
  virtual Result<std::optional<Strain>> find(StrainId id) = 0;
  virtual Result<std::optional<Strain>> find(const std::string& number) = 0;
  virtual Result<std::optional<Strain>> of_isolate(IsolateId isolate) = 0;

  virtual Result<void> add_terms(StrainId strain, const StrainTerms& terms) = 0;
  virtual Result<std::vector<StrainTerms>> terms_of(StrainId strain) = 0;  // oldest first

  virtual Result<Lot> add_lot(Lot lot) = 0;  // gives the next number of the strain
  virtual Result<std::optional<Lot>> find_lot(LotId id) = 0;
  virtual Result<std::vector<Lot>> lots_of(StrainId strain) = 0;  // by number
  // By strain and number; those last checked, or never checked and made, on this day or before.
  virtual Result<std::vector<StockedLot>> stocked_lots(Date last_seen) = 0;

  virtual Result<LotCheckId> add_check(const LotCheck& check) = 0;
  virtual Result<std::vector<LotCheck>> checks_of(StrainId strain) = 0;  // in order of entry
};

}  // namespace kres::laboratory
