// Verification of the strain bank against the trail: places, strains, lots, checks, vials with
// their movements, agreements, requests, panels.
//
// Not in any digest, and so not seen: comments of movements and of steps of a request, title and
// query of a panel, which vials were picked.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/audit_event.h"
#include "laboratory/bank/storage_place.h"
#include "laboratory/bank/strain.h"
#include "laboratory/bank/strain_panel.h"
#include "laboratory/bank/strain_request.h"
#include "laboratory/bank/vial.h"
#include "laboratory/ports/registry.h"

namespace kres::workflow {

class BankClaims {
 public:
  // What the event says of the bank; others are passed over.
  void note(const laboratory::AuditEvent& event);

  // `corrupt` names the first record that no event speaks of, that is not as its events left it, or
  // that is missing.
  Result<void> check(laboratory::UnitOfWork& work) const;

 private:
  using Story = std::vector<laboratory::AuditEntry>;  // of one record, oldest first
  struct StrainStory {
    Story banked, terms, lots, checks;
  };
  struct Seen {  // numbers of rows that hang on a row that is there
    std::int64_t lots = 0, checks = 0, vials = 0;
  };

  void note_place(const laboratory::AuditEntry& entry);
  Result<void> check_places(laboratory::UnitOfWork& work) const;
  Result<void> check_place_story(laboratory::StoragePlace place,
                                 const std::vector<laboratory::StorageEvent>& events) const;
  Result<void> check_strains(laboratory::UnitOfWork& work) const;
  Result<void> check_strain(laboratory::UnitOfWork& work, const laboratory::Strain& strain,
                            Seen& seen) const;
  Result<void> check_vials(laboratory::UnitOfWork& work, const laboratory::Strain& strain,
                           Seen& seen) const;
  Result<void> check_agreements(laboratory::UnitOfWork& work) const;
  Result<void> check_requests(laboratory::UnitOfWork& work) const;
  Result<void> check_panels(laboratory::UnitOfWork& work) const;

  std::map<std::int64_t, Story> places_;                // by number
  std::map<std::string, std::int64_t> place_by_state_;  // digest as it is now -> number
  std::map<std::int64_t, Story> storage_events_;        // by number
  std::map<std::string, StrainStory> strains_;          // by number
  std::map<std::string, Story> vials_;                  // by code
  std::map<std::int64_t, Story> agreements_;            // by number
  std::map<std::string, Story> requests_, panels_;      // by number
};

}  // namespace kres::workflow
