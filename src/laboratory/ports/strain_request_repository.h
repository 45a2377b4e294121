// Agreements, requests for strains with their steps, and the vials picked for them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/bank/strain_request.h"
#include "laboratory/bank/vial.h"

namespace kres::laboratory {

class StrainRequestRepository {
 public:
  virtual ~StrainRequestRepository() = default;
  virtual Result<AgreementId> add_agreement(const Agreement& agreement) = 0;
  // The signed document; `conflict` if it has one.
  virtual Result<void> attach_document(AgreementId agreement, const std::string& sha256) = 0;
  virtual Result<std::vector<Agreement>> agreements() = 0;  // the last to end first
  virtual Result<std::optional<Agreement>> find_agreement(AgreementId id) = 0;

  virtual Result<StrainRequest> add(StrainRequest request) = 0;  // gives the number
  // State and agreement. `conflict` if the stored revision is not request.revision.
  virtual Result<StrainRequest> update(StrainRequest request) = 0;
  virtual Result<std::optional<StrainRequest>> find(const std::string& number) = 0;
  virtual Result<std::vector<StrainRequest>> recent(int limit) = 0;  // newest first

  virtual Result<void> add_step(StrainRequestId request, const RequestStep& step) = 0;
  virtual Result<std::vector<RequestStep>> steps_of(StrainRequestId request) = 0;
  virtual Result<void> pick(StrainRequestId request, VialId vial) = 0;
  virtual Result<std::vector<Vial>> picked_for(StrainRequestId request) = 0;  // by code
  // Vials of the strain that were picked and not shipped, with the numbers of their requests.
  virtual Result<std::map<VialId, std::string>> waiting_vials(StrainId strain) = 0;
};

}  // namespace kres::laboratory
