// Tables answer_opening and change_decision.
#pragma once

#include "laboratory/ports/delivery_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class DeliveryTable : public laboratory::DeliveryRepository {
 public:
  explicit DeliveryTable(Session& session) : session_(session) {}
  Result<void> add(const laboratory::AnswerOpening& opening) override;
  Result<std::vector<laboratory::AnswerOpening>> openings_of(laboratory::AnswerId answer) override;
  Result<void> add(const laboratory::ChangeDecision& decision) override;
  Result<std::optional<laboratory::ChangeDecision>> decision_of(
      laboratory::AnswerId answer, const std::string& version) override;

 private:
  Session& session_;
};

}  // namespace kres::storage
