// Table measurement.
#pragma once

#include "laboratory/ports/record_repositories.h"
#include "storage/sql/session.h"

namespace kres::storage {

class MeasurementTable : public laboratory::MeasurementRepository {
 public:
  explicit MeasurementTable(Session& session) : session_(session) {}

  Result<laboratory::MeasurementId> add(const laboratory::MeasurementRecord& record) override;
  Result<std::vector<laboratory::MeasurementRecord>> current_of(
      laboratory::IsolateId isolate) override;
  Result<std::vector<laboratory::MeasurementRecord>> all_of(laboratory::IsolateId isolate) override;

 private:
  Session& session_;
};

}  // namespace kres::storage
