// Openings of answers and decisions about those that would change: rows are only ever added.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/delivery.h"

namespace kres::laboratory {

class DeliveryRepository {
 public:
  virtual ~DeliveryRepository() = default;
  virtual Result<void> add(const AnswerOpening& opening) = 0;
  virtual Result<std::vector<AnswerOpening>> openings_of(AnswerId answer) = 0;  // oldest first
  // `conflict` if it has been decided for this answer and version.
  virtual Result<void> add(const ChangeDecision& decision) = 0;
  virtual Result<std::optional<ChangeDecision>> decision_of(AnswerId answer,
                                                            const std::string& version) = 0;
};

}  // namespace kres::laboratory
