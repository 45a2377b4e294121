// Vials, the positions they stand at, and their movements.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/bank/vial.h"

namespace kres::laboratory {

// A vial with what a box or a list says of it.
struct ShownVial {
  Vial vial;
  int lot = 0;
  std::string strain, accession, species, st;
  std::string placed_by;  // who put it where it stands
  Instant placed{};
};

// A strain that stands at too few sites, and one of them.
struct StrainAtSite {
  std::string strain, accession, species;
  StoragePlaceId site;  // 0 for those of condemned lots (lot_check.h)
};

class VialRepository {
 public:
  virtual ~VialRepository() = default;
  // Number and code are given by the caller. `conflict` if the position is taken.
  virtual Result<VialId> add(const Vial& vial) = 0;
  // Spot and thaws. `conflict` if the stored revision is not vial.revision, or the position is
  // taken.
  virtual Result<Vial> update(Vial vial) = 0;
  virtual Result<int> next_number(LotId lot) = 0;
  virtual Result<std::optional<Vial>> find(const std::string& code) = 0;
  virtual Result<std::vector<Vial>> of_strain(StrainId strain) = 0;       // by lot and number, all
  virtual Result<std::vector<ShownVial>> in_box(StoragePlaceId box) = 0;  // by position, one query
  virtual Result<std::optional<ShownVial>> at(const Spot& spot) = 0;
  virtual Result<std::vector<ShownVial>> thawed(int least) = 0;  // stored ones, by code
  // Of the strains that have vials at fewer sites than `least`, each pair once, by strain and site;
  // vials of a condemned lot count at no site.
  virtual Result<std::vector<StrainAtSite>> at_few_sites(int least) = 0;

  virtual Result<void> record(const VialMovement& movement) = 0;
  virtual Result<std::vector<VialMovement>> movements_of(StrainId strain) = 0;  // newest first
};

}  // namespace kres::laboratory
