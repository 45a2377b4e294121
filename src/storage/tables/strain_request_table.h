// Tables agreement, agreement_document, strain_request with its lines, steps and vials.
#pragma once

#include "laboratory/ports/strain_request_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class StrainRequestTable : public laboratory::StrainRequestRepository {
 public:
  explicit StrainRequestTable(Session& session) : session_(session) {}

  Result<laboratory::AgreementId> add_agreement(const laboratory::Agreement& agreement) override;
  Result<void> attach_document(laboratory::AgreementId agreement,
                               const std::string& sha256) override;
  Result<std::vector<laboratory::Agreement>> agreements() override;
  Result<std::optional<laboratory::Agreement>> find_agreement(laboratory::AgreementId id) override;
  Result<laboratory::StrainRequest> add(laboratory::StrainRequest request) override;
  Result<laboratory::StrainRequest> update(laboratory::StrainRequest request) override;
  Result<std::optional<laboratory::StrainRequest>> find(const std::string& number) override;
  Result<std::vector<laboratory::StrainRequest>> recent(int limit) override;
  Result<void> add_step(laboratory::StrainRequestId request,
                        const laboratory::RequestStep& step) override;
  Result<std::vector<laboratory::RequestStep>> steps_of(
      laboratory::StrainRequestId request) override;
  Result<void> pick(laboratory::StrainRequestId request, laboratory::VialId vial) override;
  Result<std::vector<laboratory::Vial>> picked_for(laboratory::StrainRequestId request) override;
  Result<std::map<laboratory::VialId, std::string>> waiting_vials(
      laboratory::StrainId strain) override;

 private:
  Result<std::vector<laboratory::StrainRequest>> with_lines(
      std::vector<laboratory::StrainRequest> requests);

  Session& session_;
};

}  // namespace kres::storage
