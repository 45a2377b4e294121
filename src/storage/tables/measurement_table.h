// Table measurement.
#pragma once

#include "laboratory/ports/record_repositories.h"
#include "storage/sql/session.h"

namespace kres::storage {

// Reads the columns of a measurement that stand from `first` on, in the order of the table.
laboratory::MeasurementRecord measurement_at(const Row& row, std::size_t first);

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
