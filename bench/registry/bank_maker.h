// Makes the strain bank: freezers at two sites, strains with lots, checks and vials.
#pragma once

#include <string>
#include <vector>

#include "laboratory/bank/storage_place.h"
#include "laboratory/bank/strain.h"
#include "laboratory/bank/vial.h"
#include "laboratory/ports/registry.h"
#include "registry/chance.h"

namespace kres::bench {

class BankMaker {
 public:
  explicit BankMaker(Chance& chance) : chance_(chance) {}

  // Banks the isolate: one lot of eight vials, half of them at each site, one in ten strains at one
  // site only.
  Result<void> bank(laboratory::UnitOfWork& work, const laboratory::Isolate& isolate);

 private:
  struct Site {
    laboratory::StoragePlaceId id, freezer, rack, box;
    int racks = 0, boxes = 0, vials = 0;  // vials in the last box
  };
  struct Banked {
    laboratory::Strain strain;
    laboratory::Lot lot;
    Date day;
  };
  Result<laboratory::StoragePlaceId> place(laboratory::UnitOfWork& work,
                                           laboratory::StoragePlaceId parent,
                                           laboratory::PlaceKind kind, std::string name);
  Result<laboratory::Spot> next_spot(laboratory::UnitOfWork& work, Site& site);
  Result<Banked> store_strain(laboratory::UnitOfWork& work, const laboratory::Isolate& isolate);
  Result<void> store_vial(laboratory::UnitOfWork& work, const Banked& banked, int number,
                          Site& site);
  Result<void> thaw(laboratory::UnitOfWork& work, const Banked& banked, laboratory::Vial& vial,
                    Instant time);
  Result<void> check(laboratory::UnitOfWork& work, const Banked& banked);

  Chance& chance_;
  std::vector<Site> sites_;
};

}  // namespace kres::bench
