// Tables shipment, shipment_tube and scan.
#pragma once

#include "laboratory/ports/shipment_repository.h"
#include "laboratory/scope.h"
#include "storage/sql/parameters.h"
#include "storage/sql/session.h"

namespace kres::storage {

class ShipmentTable : public laboratory::ShipmentRepository {
 public:
  // Requires: both outlive the table.
  ShipmentTable(Session& session, const laboratory::Scope& scope)
      : session_(session), scope_(scope) {}
  Result<laboratory::ShipmentId> add(const laboratory::Shipment& shipment) override;
  Result<std::optional<laboratory::Shipment>> find(laboratory::ShipmentId id) override;
  Result<std::optional<laboratory::Shipment>> find(const std::string& laboratory,
                                                   const std::string& box) override;
  Result<std::optional<laboratory::Shipment>> last_with(laboratory::IsolateId tube) override;
  Result<std::vector<laboratory::Shipment>> list(int limit) override;
  Result<void> close(const laboratory::Shipment& shipment) override;
  Result<laboratory::ScanId> add(const laboratory::Scan& scan) override;
  Result<std::optional<laboratory::Scan>> find(laboratory::ScanId id) override;
  Result<void> undo(const laboratory::Scan& scan) override;
  Result<std::vector<laboratory::Scan>> scans_of(laboratory::ShipmentId shipment) override;
  Result<std::vector<laboratory::Scan>> scans_without_box(Instant since) override;

 private:
  Result<std::optional<laboratory::Shipment>> find_where(const std::string& condition,
                                                         Parameters parameters);
  Result<void> add_tubes(std::vector<laboratory::Shipment>& shipments);
  Result<std::vector<laboratory::IsolateId>> tubes_of(laboratory::ShipmentId shipment);

  Session& session_;
  const laboratory::Scope& scope_;
};

}  // namespace kres::storage
